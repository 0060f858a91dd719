### Charts. Each message is the title of a chart; .alt says what it shows to whoever cannot see it,
### .axis is the title of its quantity axis. $rows are its rows in words, one after another.

## The words of a row. $what is a claim, step or kind, $figure its number in words, $when a date.

chart-row = { $what }: { $figure }
chart-when-what = { $when }, { $what }
chart-what-when = { $what }, { $when }
chart-quoted = “{ $printed }”
chart-as-printed = as printed
chart-year = year

## How to read the book

chart-hedges = A hedge closes one end of a figure, both, or none
    .axis = people
    .alt = Six figures from the article as rows. An exact figure is a full bar. A range and about are full up to their lower end and pale up to the upper one. Nearly is pale with an arrow to the left, over full and then pale with an arrow to the right. The disputed figure is a hollow bar. { $rows }.

# $exact of the $all claims have no hedge.
chart-hedges-by-kind = { $exact } of { $all } claims are printed without any hedge
    .axis = claims
    .alt = Bars with the number of claims for each hedge: { $rows }.

chart-hedge-exact = exact
chart-hedge-counted = counted
chart-hedge-range = range
chart-hedge-about = about
chart-hedge-nearly = nearly
chart-hedge-over = over
chart-hedge-no-less-than = no less than
chart-hedge-at-most = at most

## The border zone

# $least and $deepest are depths, $disputed is a claim. .row is a zone.
chart-zone-depths = Zones from { $least } m to { $deepest } km deep, act by act
    .axis = kilometres inland from the border
    .alt = Depth of each border zone and strip as a bar from the border inland, act by act. { $rows }. The unit of the strips of { $disputed } is disputed. The zone of the western border stands apart, at the end.
    .row = { $year }: { $depth }, { $zone }
    .no-year = no year
    .west = west
chart-purpose-entry = entry, residence and work
chart-purpose-trade = trade and search
chart-purpose-gold = gold
chart-purpose-passports = passports

# $longest is a term.
chart-penalty-terms = No term in the article is above { $longest }
    .axis = months
    .alt = Terms as rows, in months, in order of time: { $rows }. A ceiling is a pale bar with an arrow to the left.

## Populations

# $first and $last are years.
chart-towns = Two border towns hardly grew from { $first } to { $last }
    .axis = inhabitants
    .alt = Inhabitants of three towns by year. { $rows }. Jarkent and Zaysan have two points each, joined by an almost level line.
    .row = { $town } { $year }: { $people }
    .point = { $town } { $people }
chart-groups-in-xinjiang = Five figures for Xinjiang, five different groups
    .axis = people
    .alt = Figures for groups in Xinjiang as rows: { $rows }. No line joins them, because each is of another group.

## The garrison

# $fewest and $most are outposts with their number, $each the border for one outpost.
chart-km-per-outpost = The line at Bakhty, cut for { $fewest } and for { $most }
    .axis = kilometres of border
    .alt = The border of the Bakhty sector as a line for each year, cut into as many equal stretches as there were outposts. { $rows }. Where the outposts stood is not known.
    .row = { $year }: { $each }, that is { $formula }
    .line = { $year }: { $outposts }, { $each }

# $first and $last are numbers.
chart-personnel-per-km = Guards per kilometre: first { $first }, then { $last }
    .axis = border guards per kilometre
    .alt = Border guards per kilometre of the Kazakh border district. { $rows }. The first has a ceiling and no floor; how far the second reaches is assumed.

## The flight

# $field is a number of people. .row is a total as it is printed, .reckoned one that is reckoned.
chart-flight = The rival totals of the flight, a field for every { $field } people
    .alt = Totals of people as fields of one size, full for what the words make sure of, pale for what they leave open. { $rows }.
    .row = { $total }: { $figure }
    .reckoned = { $total }: { $formula } = { $figure }

## Detentions

chart-detentions-1930 = Most were stopped on the way out; one number may be dead or held
    .axis = people, 1930
    .alt = Numbers of people in 1930 as rows: { $rows }. The violators are a hollow bar, because the sentence can be read in two ways.

# $least and $most are numbers.
chart-armed-groups = A group at one place had { $least } to about { $most } people
    .axis = people
    .alt = Sizes of armed groups as rows, in order of time: { $rows }.

## Smuggling and trade

chart-distances = Only two arrests are placed against the border itself
    .axis = kilometres
    .alt = Distances as bars, in kilometres: { $rows }.
chart-trade-rules = How far inland the rules of trade reached, act by act
    .axis = kilometres from the border
    .alt = Depths of zones as rows, in order of time: { $rows }.

## Discrepancies

# $largest is a kind with its number.
chart-discrepancies-by-kind = The most common kind is { $largest }
    .axis = discrepancies
    .alt = Bars with the number of discrepancies of each kind: { $rows }.

## Households

# $most and $fewest are numbers, $printed is the size that the totals leave, $low and $high are the
# range taken. .graded is a count from outside the article.
chart-household-sizes = The printed totals leave { $most } persons a household; no count drawn here has fewer than { $fewest }
    .axis = persons per household; band: the range taken
    .alt = Persons per household as rows. The printed totals: { $printed }, a hollow bar, because disputed. Counts from outside the article, each with its grade: { $rows }. A band marks { $low } to { $high }; the printed totals lie far to its left.
    .printed = the printed totals of 1930–1933
    .graded = { $count } ({ $grade })
chart-household-aktobe-people-1926 = Aktobe province, 1926
chart-household-batbakkara-people-1930 = Batbakkara district, 1930
chart-household-china-people-1929 = gone to China in 1929, by the OGPU
chart-household-alma-ata-people-1932 = gone from the Alma-Ata region, 1932
chart-household-alma-ata-people-commission = gone from Alma-Ata to China, commission
chart-household-mongolia-people-1923 = Kazakhs of Mongolia, 1923
chart-household-mongolia-people-1938 = Kazakhs of Mongolia, 1938
chart-household-kyrgyz-family-1912-1913 = Kyrgyz families, before 1916

## The account of the Kazakhs of Xinjiang

# $explained is what it comes to, $printed the number of the article.
chart-account = The account explains { $explained } of the printed { $printed }
    .more = The account comes to { $explained }, more than the printed { $printed }
    .axis = Kazakhs of Xinjiang, running total
    .alt = The account as a bridge, running total after each step: { $rows }. A band through all rows marks the printed number.
    .printed = printed for the late 1930s

# $first is an assumption, $centre a number. .range is an assumption with the ends of its range,
# .row the same with what the account is then, $total.
chart-sensitivity = What moves the account most: { $first }
    .axis = Kazakhs of Xinjiang explained, at least
    .alt = Bars around { $centre } people, the least the account explains at the most likely assumptions. Each shows how far one assumption moves it over its range: { $rows }. A band marks the printed number.
    .range = { $assumption }: { $low } to { $high }
    .row = { $range }, { $total }

## Time

# $number acts and events of $all begin in the year $busiest. .kind is one kind and its number.
chart-timeline = { $number } of { $all } acts and events begin in { $busiest }, more than in any other year
    .alt = Acts and events from { $first } to { $last } in blocks by kind. A circle is a day or a month, a bar a longer span or a date known only to the year, a triangle a date of which only one end is known. By kind: { $rows }.
    .kind = { $kind }, { $number }
    .row = { $kind } { $number }
    .choose = Show the events of{" "}

chart-waves = Flight, return and expulsion followed each other
    .alt = Waves as bars in time. { $rows }.
    .bar = { $when }: { $event }
    .row = { $when }: { $event } ({ $way })
chart-way-into = into Xinjiang
chart-way-home = home from Xinjiang
chart-way-driven = driven from home or farm

## The map. $depths are those of the zones, $rows places with their distances.

# $inside of $all places lie in the zone of $depth.
chart-map-section = { $inside } of the { $all } places on the map lie in the zone of { $depth } km
    .alt = Map of the border from Khan Tengri in the south-west to the Altai in the north-east, with belts of { $depths } on the Soviet side drawn to scale. Distances to today's border: { $rows }.
# $where says whether the place lies in the zone.
chart-map-detail = { $place } lies { $distance } from today's border, { $where ->
        [inside] inside the zone of { $depth } km
        [outside] outside the zone of { $depth } km
       *[untold] and the map cannot tell whether inside the zone of { $depth } km
    }
    .alt = Map with the zones of { $depths } to scale. Distances to the border of today: { $rows }.
    .label = { $place }, { $distance }
chart-map-incidents = Only { $found } of { $all } incidents happened at a place that can be found
    .alt = Map of the section with the incidents whose place has a position. { $rows }.
    .label = { $place } { $year }
    .row = { $year }, { $place }: { $incident }
    .choose = Show the incidents of{" "}
    .every = every year
chart-map-place = { $place } { $distance } ({ $certainty })
chart-map-distance = { $low } to { $high } km
chart-map-km = { $km } km
chart-map-depths = { $narrow }, { $middle } and { $wide } km

chart-sign-detachment = border detachment
chart-sign-commandants-office = commandant's office
chart-sign-customs-post = customs post
chart-sign-outpost = outpost
chart-sign-listed-1927 = on the list of 1927
chart-sign-other = other place

chart-position-certain = position certain
chart-position-uncertain = position not certain

chart-line-border = border with China, of today
chart-line-other = other border of today
chart-line-zone = edge of a zone, with its depth
chart-line-water = river, lake
chart-line-doubt = reach of a doubt

chart-word-kazakhstan = KAZAKHSTAN
chart-word-xinjiang = CHINA (XINJIANG)
chart-word-china = CHINA
chart-word-kyrgyzstan = KYRGYZSTAN
chart-word-mongolia = MONGOLIA
chart-word-alakol = Alakol
chart-word-balkhash = Balkhash
chart-word-zaysan = Lake Zaysan
chart-word-irtysh = Irtysh

## Columns of the tables under the charts

heading-assumption = assumption
heading-claim = claim
heading-count = count
heading-depth_m = depth m
heading-disputed = disputed
heading-distance = distance
heading-distance_to_border = distance to border
heading-event = event
heading-in_km = in { $depth } km
heading-incident = incident
heading-index = index
heading-label = label
heading-lower = lower
heading-people = people
heading-printed = printed
heading-purpose = purpose
heading-reckoned_as = reckoned as
heading-side = side
heading-sign = sign
heading-spread = spread
heading-step = step
heading-text = text
heading-total = total
heading-town = town
heading-upper = upper
heading-way = way
heading-when = when
heading-where = where
heading-year = year
heading-zone = zone
