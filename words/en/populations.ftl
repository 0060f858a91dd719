### Populations.

## Results

result-kazakhs-outside-ili = Kazakhs of Xinjiang in the late 1930s beyond the number of the Ili District after 1916
result-ili-at-end = Kazakhs of the Ili District who stayed, with their growth
result-kazakh-share-zaysan-district = Kazakhs among the inhabitants of the Zaysan district, 1939
result-republic-growth = growth of the republic between the censuses of 1926 and 1939
result-settlers-ogpu = settlers from the flight with their growth, by the OGPU’s figure
result-settlers-republic = settlers from the flight with their growth, by the republic’s figure
result-jarkent-growth-1926-1939 = growth of Jarkent between 1926 and 1939
result-zaysan-growth-1926-1939 = growth of Zaysan between 1926 and 1939

## The account of the Kazakhs of Xinjiang, its running total after each step

bridge-ili = Kazakhs of the Ili District after 1916
bridge-gone = less those who left again before the flight
bridge-grown = with the growth of those who stayed in Ili
bridge-arrived = with those who went to Xinjiang in 1930–1933
bridge-returned = less those who returned
bridge-lost = less those who were lost or moved on
bridge-explained = with the growth of the emigrants who stayed

## Checks

balance = Do the Kazakhs of Xinjiang add up with the households { $whose ->
        [ogpu] of the OGPU
       *[republic] of the republic
    }?
    .finding = The figure { $whose ->
        [ogpu] of the OGPU
       *[republic] of the republic
    } { $enough ->
        [yes] leaves
       *[no] leaves fewer than nobody:
    } { $rest } for the other districts.
    .condition = { $short ->
        [yes] at least { $lost } of those who came were lost again, or no more than { $fitting } came, or the Ili figure is of people who had gone home
       *[no] no more than { $fitting } came
    }
    .line-rest = left for all other districts at the end
    .line-fitting = most households that the end leaves room for, with the most likely terms
    .line-lost = losses with which nobody would be left for the other districts
    .becomes-migration-households-western-china = { $settled } among the Kazakhs of Xinjiang at the end of the 1930s, on the most likely terms
    .warning-migration-households-western-china = An account with assumptions; the other districts are unknown, not empty.
    .becomes-migration-households-china-mongolia = { $settled } among the Kazakhs of Xinjiang at the end of the 1930s, on the most likely terms
    .warning-migration-households-china-mongolia = An account with assumptions; the other districts are unknown, not empty.
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $ili } from Ili and { $settled } from the flight, by the figure { $whose ->
        [ogpu] of the OGPU
       *[republic] of the republic
    }
    .warning-populations-xinjiang-kazakhs-late-1930s = Three districts are named and the number of one is printed.
    .settles = A count of the Kazakhs of the Tarbagatai and Altay districts before 1930, and { $note-fn40 }.

emigrants-against-residents = Can Xinjiang have held both the Ili Kazakhs and all whom the commission counted?
    .finding = Together they are { $together }, the whole province had { $populations-xinjiang-kazakhs-late-1930s }: an excess of { $excess }.
    .condition = { $lost } of them had died or gone by the end of the 1930s
    .line-stayed = emigrants less returns
    .line-together = emigrants less returns and the Kazakhs of the Ili District, without growth or losses
    .line-excess = more than the whole province had
    .line-lost = part of the two groups that must have died or gone
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $populations-xinjiang-kazakhs-late-1930s }
    .warning-populations-xinjiang-kazakhs-late-1930s = Never beside the commission’s emigrants without this excess.
    .settles = { $note-fn40 }: how the number was reached.

ili-in-province = Do the Kazakhs of the Ili District fit into those of the province?
    .finding = Beyond the Ili figure { $rest } are left. Many years lie between the two figures, so the rest is no count of anybody.
    .condition = the district had fewer of them
    .line-share = the Ili figure as a share of the province
    .reading-all = all Kazakhs of the district
    .because-all = { $rest } elsewhere
    .reading-refugees = only those who came after 1916
    .because-refugees = then the older residents of the district are among the rest
    .becomes-populations-ili-kazakhs-after-1916 = { $populations-ili-kazakhs-after-1916 }
    .warning-populations-ili-kazakhs-after-1916 = Reached after 1916; residents and refugees are not told apart.
    .settles = { $note-fn38a }; { $note-fn38b }

ili-gone-home = Can one tell whether the Ili Kazakhs are those who went home in 1917?
    .finding = An outside text has { $xinjiang-returned-1917 } who went home in 1917: as many as the { $populations-ili-kazakhs-after-1916 } of the Ili District. It does not say that they are the same.
    .condition = { $holding }
    .line-share = part of those who had fled that went home in 1917
    .line-rest = left of the Ili figure, if all who went home had been counted in it
    .reading-refugees = the Ili figure is of the refugees of 1916
    .because-refugees = then it may be of those who went home, and nobody of them was there in 1930
    .reading-residents = the Ili figure is of residents, or was counted after the return
    .because-residents = then those who went home were others
    .becomes-populations-ili-kazakhs-after-1916 = { $populations-ili-kazakhs-after-1916 }
    .warning-populations-ili-kazakhs-after-1916 = As many are said to have gone home in 1917; no year is printed.
    .settles = { $note-fn38a }; { $note-fn38b }

province-outside = Does another figure bear out the number of Kazakhs in Xinjiang?
    .finding = Another work has { $xinjiang-kazakhs-1940-1941 } for 1940 and 1941, the article { $populations-xinjiang-kazakhs-late-1930s }.
    .condition = “about” reaches further than assumed
    .line-difference = the article’s figure less that for 1940 and 1941
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $populations-xinjiang-kazakhs-late-1930s }
    .warning-populations-xinjiang-kazakhs-late-1930s = An estimate; the census of Xinjiang came later.
    .settles = The police census of Xinjiang of the early 1940s.

town-growth = Did { $town ->
        [jarkent] Jarkent
       *[zaysan] Zaysan
    } grow like the republic between the censuses?
    .finding = { $town ->
        [jarkent] Jarkent
       *[zaysan] Zaysan
    } grew by { $limits }, the republic by { $republic }: { $alike ->
        [yes] alike, within the rounding, though a town is no measure of the republic.
       *[no] a town is no measure of the republic.
    }
    .line-limits = the same, both figures being rounded to the hundred
    .line-yearly = in a year
    .becomes-populations-jarkent-1939 = { $grown } more than in 1926
    .warning-populations-jarkent-1939 = No note; rounded to the hundred.
    .becomes-populations-zaysan-1939 = { $grown } more than in 1926
    .warning-populations-zaysan-1939 = No note; rounded to the hundred.
    .settles = The published volumes of the censuses of 1926 and 1939.

town-in-district = Can one tell whether the town of Zaysan is counted in its district?
    .finding = If it is, it is { $share } of the district; if not, the two are { $together }.
    .condition = { $holding }
    .line-share = the town as a share of the district, if it is counted there
    .line-rest = country people of the district, if so
    .line-together = town and district, if they are counted apart
    .reading-inside = the town is in the district
    .because-inside = { $share }
    .reading-apart = the town is counted apart
    .because-apart = { $together }
    .becomes-populations-zaysan-district-1939 = { $populations-zaysan-district-1939 }
    .warning-populations-zaysan-district-1939 = Whether the town is in it is not said; never add the two.
    .settles = { $note-fn32 }

kazakh-majority = Were the Kazakhs a majority of the Zaysan district in 1939?
    .finding = As printed { $share }; the rounding of the smaller number lowers it to { $limits }.
    .condition = there were more than { END($half, end: "high") } of them, or the district stayed far enough below { END($populations-zaysan-district-1939, end: "high") }
    .line-limits = the same, the Kazakhs being rounded to the thousand
    .line-half = Kazakhs that make a majority for certain
    .becomes-populations-zaysan-district-kazakhs-1939 = { $share }
    .warning-populations-zaysan-district-kazakhs-1939 = About half: the rounding of the number decides on which side.
    .settles = { $note-fn32 }

one-date-only = Can one tell whether Lepsinsk and Bakhty grew?
    .finding = { $told } have a population, Lepsinsk for one year only, and that a year without a census.
    .line-told = of the largest settlements, with a population printed
    .becomes-populations-lepsinsk-1924 = { $populations-lepsinsk-1924 }
    .warning-populations-lepsinsk-1924 = Of 1924, no census year; no second date, no note.
    .settles = The published volumes of the censuses of 1926 and 1939.

three-russian-groups = Did the number of Russians in Xinjiang rise and fall?
    .finding = The three figures count farming migrants, soldiers with refugees, and residents; a line through them would invent { $went } who left.
    .line-came = more in 1920–1921 than before the war, if one group
    .line-went = fewer at the end, if one group
    .becomes-populations-russian-migrants-1914 = { $populations-russian-migrants-1914 }
    .warning-populations-russian-migrants-1914 = Farming migrants only.
    .becomes-populations-russians-1920 = { $populations-russians-1920 }
    .warning-populations-russians-1920 = Soldiers and refugees, not residents.
    .becomes-populations-xinjiang-russians-late-1930s = { $populations-xinjiang-russians-late-1930s }
    .warning-populations-xinjiang-russians-late-1930s = Residents; never beside the other two as a series.
    .settles = { $note-fn37 }; { $note-fn39 }; { $note-fn41 }

settlers-per-village = Do the figures say how large the Russian villages of the Altay District were?
    .finding = { $mean } each would follow only if all migrants of the province had lived in these villages of one district.
    .line-mean = people for one village, if all of them had lived there
    .becomes-administration-russian-settlements-altay = { $administration-russian-settlements-altay }
    .warning-administration-russian-settlements-altay = No year is printed; the work cited is about the year 1917.
    .settles = { $note-fn35 }; { $note-fn37 }
