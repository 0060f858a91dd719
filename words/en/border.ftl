### The length of the border.

## Results

result-kazakh-stretch-today = the Kazakh stretch today, as measured by two sources
result-western-rest-length = western section outside the Kazakh border district

## Checks

district-in-section = Does the Kazakh district fit into the western section?
    .finding = By the article alone { $rest } are left beyond the district.
    .condition = the section was at least { END($distances-kazakh-district, end: "high") } km long
    .line-share = the district as a share of the section
    .becomes-distances-kazakh-district = { $share } of the section
    .warning-distances-kazakh-district = Undated; said to reach into Kyrgyzstan.
    .settles = A length with its map and scale; the article names none.

section-against-modern = Was the western section { $distances-western-section } long?
    .finding = The three stretches measure { $modern } today, the Kazakh stretch alone { $without }; printed is { $distances-western-section }.
    .condition = the Kirgiz and Tajik stretches are left out, or the scale of the map was very small
    .line-modern = the three stretches today
    .line-ratio = today’s length as a multiple of the printed one
    .line-without = without the Tajik and the Kirgiz stretch
    .reading-whole = the whole western section
    .because-whole = { $modern }
    .reading-kazakh = the Kazakh stretch only
    .because-kazakh = { $without }
    .becomes-distances-western-section = { $modern }
    .warning-distances-western-section = Too short for the three republics that the sentence names; no note.
    .settles = The protocol of a demarcation; the border of the time was not demarcated.

district-reaches-kyrgyzstan = Can the district have reached into Kyrgyzstan?
    .finding = Khan Tengri to the Altai is the Kazakh stretch, { $kazakh } today; the printed length leaves { $beyond } for a second state.
    .condition = the Kazakh stretch is reckoned short, and at most { END($beyond, end: "high") } km lay in Kyrgyzstan
    .line-beyond = left for a stretch in Kyrgyzstan
    .becomes-distances-kazakh-district = { $distances-kazakh-district }
    .warning-distances-kazakh-district = About the length of Kazakhstan’s own border with China.
    .settles = { $note-fn30 }

length-by-scale = Can the printed length of the district come from a map?
    .finding = The same line measures { $coarsest } on the coarsest map and { $finest } on the finest, and { END($demarcated, end: "high") } km as demarcated; the printed length needs steps of { $step }.
    .condition = it was measured on a finer map than any used here
    .line-finest = measured on a map of 1 : { $millions-finest } million
    .formula-finest = the drawn border, step by step
    .line-middle = measured on a map of 1 : { $millions-middle } million
    .formula-middle = the drawn border, step by step
    .line-coarsest = measured on a map of 1 : { $millions-coarsest } million
    .formula-coarsest = the drawn border, step by step
    .line-excess = longer, for every halving of the step
    .formula-excess = the power law that fits the scales best
    .line-step = step with which the border would measure the printed length
    .formula-step = { $distances-kazakh-district }, by that law
    .becomes-distances-kazakh-district = { $finest } on the finest map used here
    .warning-distances-kazakh-district = A length without its scale is no measurement.
    .settles = The map from which the border troops took their lengths.

opium-beyond-zones = Can one tell how far from the border village the opium fields lay?
    .finding = { $distances-tokhty-gmenovka } is { $beyond } more than any zone, but neither Tokhty nor Gmenovka can be placed.
    .condition = the distance is taken { $holding }
    .line-beyond = more than the widest zone of the article
    .line-tenth = with a lost point
    .reading-printed = as printed
    .because-printed = a distance from a village, not from the border
    .reading-point-lost = with a lost decimal point
    .because-point-lost = { $tenth }
    .becomes-distances-tokhty-gmenovka = { $distances-tokhty-gmenovka }
    .warning-distances-tokhty-gmenovka = From a village that no gazetteer has.
    .settles = { $note-fn62 }
