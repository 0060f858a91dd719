### Places and events.

## The lines of a place.

place-kind = kind
place-spellings = in the article
place-today = today
place-also = also
place-there = there
place-position = position
    .found = { $lat }° N, { $lon }° E, { $certainty }: { $basis } ({ $source })
    .lost = not found
place-distance = from the border
place-remark = remark
place-events = events

place-kind-customs-post = customs post
place-kind-district = district
place-kind-lake = lake
place-kind-mountains = mountains
place-kind-outpost = outpost
place-kind-pass = pass
place-kind-province = province
place-kind-region = region
place-kind-republic = republic
place-kind-sector = sector
place-kind-settlement = settlement
place-kind-state = state
place-kind-town = town
place-kind-tract = tract
place-kind-uezd = uezd
place-kind-valley = valley
place-kind-volost = volost

# What was there.
place-function-commandants-office = commandant's office
place-function-customs-office = customs office
place-function-customs-post = customs post
place-function-detachment = seat of a detachment
place-function-listed-1927 = on the list of 1927
place-function-outpost = outpost
place-function-passport-centre = passport centre

place-certainty-unknown = no position
place-certainty-certain = certain
place-certainty-probable = probable
place-certainty-uncertain = uncertain

## Events. $claims is a list of links.

event-claims = Claims: { $claims }
event-every-kind = every kind

event-kind-act = act
event-kind-award = award
event-kind-campaign = campaign
event-kind-case = case
event-kind-census = census
event-kind-clash = clash
event-kind-conflict = conflict
event-kind-crossing = crossing
event-kind-detention = detention
event-kind-diplomacy = diplomacy
event-kind-economy = economy
event-kind-institution = institution
event-kind-instruction = instruction
event-kind-report = report

## Why an incident is not on the map.

unplaced-area = no point on the map
unplaced-lost = not found
unplaced-beyond = beyond the map

## Which place lies in which zone. $depth is a number.

zone-label = Places and zones
zone-place = place
zone-russian = in Russian
zone-article = in the article
zone-distance = from the border
zone-depth = { $depth } km
zone-side = side
zone-position = position

zone-inside = inside
zone-outside = outside
zone-untold = cannot be told

# The country of today in which a place lies.
side-China = China
side-Kazakhstan = Kazakhstan
side-Kyrgyzstan = Kyrgyzstan
side-Mongolia = Mongolia
side-Russia = Russia
side-Tajikistan = Tajikistan
side-untold = cannot be told
side-beyond = beyond the map
