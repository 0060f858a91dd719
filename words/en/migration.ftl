### The flight of 1930–1933.

## Results

result-persons-per-household = persons per household that the totals of 1930–1933 imply
result-people-in-households = the households that left, in people
result-people-to-china = the floor for Western China in people
result-people-to-china-and-mongolia = the figure for China and Mongolia in people
result-china-mongolia-to-china = the figure for China and Mongolia as a multiple of that for Western China
result-china-share-of-households = Western China’s share of all households that left
result-china-mongolia-share-of-households = China’s and Mongolia’s share of all households that left
result-zaysan-nights = groups like that of February 1931 that make up the households of Western China
result-commission-household-size = persons per household in the outside report of the commission

## Checks

households-in-people = Can { $migration-people-1930-1933 } have made up { $migration-households-1930-1933 }?
    .finding = The two figures leave { $implied }; households of the time had { Q($household-size, unit: "no") }.
    .condition = at least { END($needed, end: "low", way: "in") } people left, or no more than { END($filled, end: "high", way: "in") } households
    .line-needed = people in that many households
    .line-filled = households that the people could fill
    .line-as-households = people, if the larger figure counts households too
    .line-as-people = households, if the smaller figure counts people
    .reading-printed = as printed, households within people
    .because-printed = { $implied } against { $household-size }
    .reading-both-households = both figures count households
    .because-both-households = then { $as-households } left, and every sum in people is about { END($household-size, end: "best", digits: 1) } times as large; an outside text without sources has { $elsewhere } for all who left
    .reading-both-people = both figures count people
    .because-both-people = then those were { $as-people }, against { $wider } to China and Mongolia alone
    .reading-a-part = the people are right and only a part of them moved as households
    .because-a-part = then there were { $filled }, not { $migration-households-1930-1933 }
    .becomes-migration-people-1930-1933 = { $needed }, if the households stand
    .warning-migration-people-1930-1933 = The same sentence has { $migration-households-1930-1933 }: never the one without the other.
    .becomes-migration-households-1930-1933 = { $filled }, if the people stand
    .warning-migration-households-1930-1933 = The same sentence has { $migration-people-1930-1933 }: never the one without the other.
    .settles = The OGPU report of early spring 1934: { $note-fn48 }; whether it has people or households in both places.

enough-kazakhs = Were there enough Kazakhs for either total of the flight?
    .finding = By the people { $small } of them left, by the households { $large }.
    .condition = the Kazakhs were more than the census counted
    .line-small = those who left as a share of the Kazakhs of 1926, by the people
    .line-large = the same, by the households
    .settles = The yearly figures for households of the republic, 1929 to 1934.

two-household-figures = Do the OGPU and the republic agree about the flight to China?
    .finding = The OGPU’s figure, { $migration-households-western-china }, is a floor for Western China; the republic’s, { $migration-households-china-mongolia }, is for China and Mongolia.
    .condition = the narrower figure was at most { END($migration-households-china-mongolia, end: "high") }
    .line-gap = households between the two
    .reading-floor = they are a floor and a total for a wider area
    .because-floor = both can be true
    .reading-one-flow = they are two estimates of one flow
    .because-one-flow = they are { END($gap, end: "high") } households apart
    .becomes-migration-households-western-china = { $low }
    .warning-migration-households-western-china = A floor, for Western China alone, by the OGPU. The republic’s figure has Mongolia as well.
    .becomes-migration-households-china-mongolia = { $high }
    .warning-migration-households-china-mongolia = China and Mongolia together, by the republic; its years are not printed.
    .settles = The paper of the republic: { $note-fn49 }; whether it divides the figure.

mongolia-fills-gap = Can Mongolia explain the difference between the two household figures?
    .finding = Mongolia had { $mongolia-households-1938 } of Kazakhs in 1938 in all, so it explains { $share } of the wider figure at the most.
    .condition = the OGPU’s floor is far too low: at least { END($left, end: "low", way: "in") } of the households went to China, { $multiple } the floor
    .line-gap = households that Mongolia took, if the wider figure is right
    .line-grown = Kazakh households that Mongolia gained from 1923 to 1938
    .line-share = Mongolia’s part at the most
    .line-left = households for China, with all of Mongolia’s of 1938 taken off
    .line-multiple = that as a multiple of the OGPU’s floor
    .becomes-migration-households-china-mongolia = { $left } for China alone
    .warning-migration-households-china-mongolia = Mongolia can have taken at most { END($mongolia-households-1938, end: "high") } of them.
    .settles = { $note-fn49 }, and the censuses of the Mongolian People’s Republic.

republic-figure-outside = Does another account give the republic’s figure for the same countries?
    .finding = A later book reports an earlier work by one of the authors, with { $china-households-commission } for China alone and { $china-people-commission }: { $implied }.
    .condition = Mongolia’s households were too few to change a number rounded to the thousand
    .line-difference = difference of the two household figures
    .reading-size = the size of a household in that report is within the assumed range
    .because-size = { $implied } against { $household-size }
    .becomes-migration-households-china-mongolia = { $china-people-commission }
    .warning-migration-households-china-mongolia = By a later book, an earlier work by one of the authors has it for China alone.
    .settles = The paper of the commission on return: { $note-fn49 }.

early-estimate = Does the first published estimate in people fit the household figures?
    .finding = The estimate of { $emigration-losses-1980s } gives { $with-ogpu } with the OGPU’s floor and { $with-republic } with the republic’s figure.
    .condition = one takes { $holding }
    .line-with-ogpu = persons per household, if the estimate went in the households of the OGPU
    .line-with-republic = the same, with the households of the republic
    .reading-ogpu = the households of the OGPU
    .because-ogpu = { $with-ogpu } against { $household-size }
    .reading-republic = the households of the republic
    .because-republic = { $with-republic } against { $household-size }
    .settles = What the estimate of the 1980s was made from; it may rest on the same floor.

china-within-people = Does the flight to China fit into the whole flight, counted in people?
    .finding = The OGPU’s floor is { $low }; the republic’s figure takes { $share } of { $migration-people-1930-1933 }, and these went to Siberia, the Volga and Central Asia as well.
    .condition = a household had at most { END($largest, end: "high", way: "in") } people, or the total was well over { END($migration-people-1930-1933, end: "best") }
    .line-share = China and Mongolia as a share of the total
    .line-largest = largest household with which the wider figure fits into the printed total
    .becomes-migration-people-1930-1933 = { $share } of it to China and Mongolia
    .warning-migration-people-1930-1933 = The total covers all destinations.
    .settles = The report of the OGPU, whether it gives the destinations in people: { $note-fn48 }.

china-within-households = Does the flight to China fit into the whole flight, counted in households?
    .finding = To Western China went { $low } of them, to China and Mongolia { $high }.
    .condition = the parts were smaller or the whole larger
    .line-rest = households for all other destinations, by the wider figure
    .becomes-migration-households-western-china = { $low } of all households
    .warning-migration-households-western-china = A share of a total that clashes with the people of its own sentence.
    .settles = The same file as for the total.

first-years = Do the counts of the first years bear out the OGPU’s floor?
    .finding = In 1929 { $year } were counted, of { $size }; from 1929 to 1931 { $three }. That leaves { $late } of the floor for the years after.
    .condition = { $holding }
    .line-size = persons per household of those who went in 1929
    .line-early = households of 1930 and 1931, if the longer count holds that of 1929
    .line-share = as a share of the floor
    .line-late = left of the floor for 1932 and 1933, and for districts not counted
    .reading-late = most went in 1932 and 1933
    .because-late = { $late }
    .reading-part = the border guards counted only a part of those who went
    .because-part = the counts then say nothing of the floor; in 1928 { $before } had gone from one district alone
    .becomes-migration-households-western-china = { $migration-households-western-china }
    .warning-migration-households-western-china = The counts of 1930 and 1931 have { $early }.
    .settles = The yearly reports of the OGPU on those who crossed: { $note-fn48 }.

returned-of-whom = Can one tell how many came back?
    .finding = Nothing but a ceiling is printed, and not of whom: { $ogpu } by the OGPU’s floor, { $republic } by the republic’s figure.
    .line-ogpu = returned, of those who went to Western China, if no more than the OGPU’s floor went
    .line-republic = returned, of those who went to China and Mongolia, by the republic
    .line-all = returned, of all who left the republic, in people
    .reading-ogpu = { $migration-return-share } of those who went to Western China, by the OGPU’s floor
    .because-ogpu = { $ogpu }
    .reading-republic = { $migration-return-share } of those who went to China and Mongolia, by the republic
    .because-republic = { $republic }
    .reading-all = { $migration-return-share } of all who left the republic, in people
    .because-all = { $all }
    .becomes-migration-return-share = { $ogpu }, or { $republic }
    .warning-migration-return-share = A ceiling on a share of an unnamed number; the years are not printed.
    .settles = The lists of the commission on return.

farms-and-flight = Were the confiscated farms those of the households that left?
    .finding = They are other people of another year: { $share }, the farms of 1928 and the households of 1930 to 1933.
    .line-share = farms for a hundred households that left later
    .becomes-migration-bai-farms-1928 = one campaign of 1928
    .warning-migration-bai-farms-1928 = The campaign’s figure for the republic; whether each was confiscated, deported or both is not said.
    .settles = The reports on the confiscation of 1928.

zaysan-group = Can the group of February 1931 be set beside a year’s detentions?
    .finding = It was { $people }; { $groups } of that size make the outward detentions of 1930. One counts households, the other people.
    .line-people = people in the group
    .line-groups = such groups in the detained of 1930
    .becomes-migration-households-zaysan-1931 = { $people }
    .warning-migration-households-zaysan-1931 = Households, not people; one group of 1931.
    .settles = { $note-fn50 }

same-leaf = Can one leaf hold the crossing of 1927 and that of 1931?
    .finding = Both notes lead to one leaf, and the crossings lie { $years } apart.
    .condition = { $holding }
    .line-years = years between the two crossings
    .reading-several = the leaf sums up several years
    .because-several = then both notes can be right
    .reading-one-date = the leaf is a report of one date
    .because-one-date = then one of the two notes to { $shelf-fn50 } is a slip
    .settles = { $shelf-fn50 }

zaysan-night = Can one tell whether the households were held on the planned night?
    .finding = The plan names the night, the summary is { $later } younger; the day of the arrest is not printed.
    .condition = the summary was written after the night
    .line-later = days from the planned night to the summary
    .reading-planned = on the planned night
    .because-planned = the ambush was set for it
    .reading-later = later, before the summary
    .because-later = within { $later }
    .settles = { $note-fn50 }
