### Units. $count is the plural category of the number before it, $case the case it asks for.

unit-air-squadrons = { $count ->
    [one] air squadron
   *[other] air squadrons
}
unit-ambushes = { $count ->
    [one] ambush
   *[other] ambushes
}
unit-articles = { $count ->
    [one] article
   *[other] articles
}
unit-bars = { $count ->
    [one] bar
   *[other] bars
}
unit-centres = { $count ->
    [one] centre
   *[other] centres
}
unit-checkpoints = { $count ->
    [one] checkpoint
   *[other] checkpoints
}
unit-commandants-offices = { $count ->
    [one] commandant's office
   *[other] commandant's offices
}
unit-customs-offices = { $count ->
    [one] customs office
   *[other] customs offices
}
unit-customs-posts = { $count ->
    [one] customs post
   *[other] customs posts
}
unit-decrees = { $count ->
    [one] decree
   *[other] decrees
}
unit-dessiatines = { $count ->
    [one] dessiatine (desyatina)
   *[other] dessiatines
}
unit-detachments = { $count ->
    [one] detachment
   *[other] detachments
}
unit-districts = { $count ->
    [one] district
   *[other] districts
}
unit-families = { $count ->
    [one] family
   *[other] families
}
unit-farms = { $count ->
    [one] farm
   *[other] farms
}
unit-gangs = { $count ->
    [one] gang
   *[other] gangs
}
unit-ha = ha
    .symbol = yes
unit-households = { $count ->
    [one] household
   *[other] households
}
unit-km = km
    .symbol = yes
unit-m = m
    .symbol = yes
unit-months = { $count ->
    [one] month
   *[other] months
}
unit-outposts = { $count ->
    [one] outpost
   *[other] outposts
}
unit-passes = { $count ->
    [one] mountain pass
   *[other] mountain passes
}
unit-paws = { $count ->
    [one] paw
   *[other] paws
}
unit-people = { $count ->
    [one] person
   *[other] people
}
unit-people-per-outpost = { $count ->
    [one] person per outpost
   *[other] people per outpost
}
unit-percent = %
    .symbol = yes
unit-persons-per-household = { $count ->
    [one] person per household
   *[other] persons per household
}
unit-republics = { $count ->
    [one] republic
   *[other] republics
}
unit-rubles = { $count ->
    [one] ruble
   *[other] rubles
}
unit-sections = { $count ->
    [one] section
   *[other] sections
}
unit-settlements = { $count ->
    [one] settlement
   *[other] settlements
}
unit-skins = { $count ->
    [one] skin
   *[other] skins
}
unit-squadrons = { $count ->
    [one] squadron
   *[other] squadrons
}
unit-states = { $count ->
    [one] state
   *[other] states
}
unit-units = { $count ->
    [one] unit
   *[other] units
}
unit-versts = { $count ->
    [one] verst
   *[other] versts
}
unit-village-councils = { $count ->
    [one] village council
   *[other] village councils
}
unit-villages = { $count ->
    [one] village
   *[other] villages
}
unit-years = { $count ->
    [one] year
   *[other] years
}

### Units of what is reckoned.

unit-times = times
unit-to-one = to one
unit-to-a-hundred = to a hundred
unit-km-per-outpost = km per outpost
unit-outposts-per-100-km = outposts per 100 km
unit-people-per-km = { $count ->
    [one] person per km
   *[other] people per km
}
unit-days = { $count ->
    [one] day
   *[other] days
}
unit-nights = { $count ->
    [one] night
   *[other] nights
}
unit-leaves = { $count ->
    [one] leaf
   *[other] leaves
}
unit-places = { $count ->
    [one] place
   *[other] places
}
unit-barriers = { $count ->
    [one] barrier
   *[other] barriers
}
unit-depths = { $count ->
    [one] depth
   *[other] depths
}
unit-claims = { $count ->
    [one] claim
   *[other] claims
}
unit-events = { $count ->
    [one] event
   *[other] events
}
unit-discrepancies = { $count ->
    [one] discrepancy
   *[other] discrepancies
}
unit-footnotes = { $count ->
    [one] footnote
   *[other] footnotes
}
unit-rubles-per-person = { $count ->
    [one] ruble a head
   *[other] rubles a head
}
unit-percent-per-year = % a year
    .symbol = yes
unit-farms-per-100-households = { $count ->
    [one] farm for a hundred households
   *[other] farms for a hundred households
}
unit-groups = { $count ->
    [one] group
   *[other] groups
}
unit-numbers = { $count ->
    [one] number
   *[other] numbers
}
unit-people-per-gang = people to a gang
unit-km-per-unit = km per unit
unit-outposts-per-year = outposts a year
unit-towns = { $count ->
    [one] town
   *[other] towns
}
unit-verdicts = { $count ->
    [one] verdict
   *[other] verdicts
}
unit-doubts = { $count ->
    [one] doubt
   *[other] doubts
}
unit-figures = { $count ->
    [one] figure
   *[other] figures
}
unit-checks = { $count ->
    [one] check
   *[other] checks
}
unit-fraction-per-year = part of one a year
