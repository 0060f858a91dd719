### Rows of the data counted, lengths and distances on the map.

result-count-claims = claims in all tables
result-count-claims-with-note = claims whose sentence has a footnote
result-count-claims-with-later-note = claims with a footnote only further on in their passage
result-count-claims-without-note = claims without a footnote in their sentence or passage
result-count-claims-hedged = claims that carry a hedge
result-count-claims-counted = claims counted from a list or a word
result-count-events = events
result-count-places = places
result-count-discrepancies = entries of the register of discrepancies
result-count-places-mapped = places on the map of the section
    .formula = points inside its frame
result-count-places-xinjiang = places on the map of the section that lie in Xinjiang
    .formula = points inside its frame
result-count-footnotes = footnotes of the article

map-length = length of the border from { $stretch ->
        [section] Khan Tengri to the Altai
       *[western] the Pamir to the Altai
    }, as drawn at 1 : { $millions } million
    .formula = geodesics on the drawn line; modern border, Natural Earth
map-step = mean step of the line drawn at 1 : { $millions } million
    .formula = geodesics on the drawn line; modern border, Natural Earth
result-map-halving = growth of the measured length when the step is halved
    .formula = power law through the three scales; a rule of thumb beyond them
result-map-printed-step = step at which the section would measure its printed length
    .formula = power law through the three scales; a rule of thumb beyond them
result-map-section-excess = printed length of the district less that on the finest map
border-distance = distance of { $place } from today’s border
    .formula = measured on the map; its errors and those of a { $certainty } position are in the range
places-in-zone = places on the Soviet side of the map, zone of { $depth } km: { $where ->
        [inside] inside
        [outside] outside
       *[untold] cannot be told
    }
    .formula = places on the map of the section, distance with its error
