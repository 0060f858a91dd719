### Detentions, arrests, gangs, escorts and single reports.

## Results

result-detained-both-ways-1930 = people detained in both directions in 1930
result-detained-with-violators-1930 = people detained in 1930 if the violators were held, not killed
result-killed-1930 = people killed in 1930 if the violators were killed
result-detained-as-read-1930 = people detained on the border in 1930
result-killed-as-read-1930 = people killed on the border in 1930
result-outward-per-inward-1930 = detained on the way out for one detained on the way in, 1930
result-violators-per-guard-1930 = violators killed for one border guard killed, 1930, if both were killed
result-gang-mean-1927 = mean size of a gang in 1927
result-helpers-per-escort-1927 = helpers of the crossing at Ush-Bulak for one armed man of the escort
result-sarkand-total-1927 = people in the first report of August 1927
result-opium-rest-1927 = people who escaped in the second report of August 1927

## Checks

killed-or-detained = Can one tell whether the border violators of 1930 were killed or held?
    .finding = The sentence reads both ways: { $dead } dead, or { $held } held.
    .condition = { $holding }
    .line-share = violators for a hundred of those held in the two directions
    .reading-killed = they were killed, as it is punctuated
    .because-killed = { $dead } died, { $ratio }
    .reading-detained = they were held, like those before them
    .because-detained = { $held } were held, and { $detentions-guards-killed-1930 } died
    .becomes-detentions-violators-1930 = { Q($dead, unit: "no") } dead with the guards, or { Q($held, unit: "no") } held
    .warning-detentions-violators-1930 = Killed as punctuated; the sentence can be read as detained.
    .settles = { $note-fn47 }

report-before-year = Can the totals of 1930 rest on a note to a report of February 1930?
    .finding = On the day of the report { $passed } of the year had passed, { $share }.
    .condition = { $holding }
    .line-passed = days of the year that had passed
    .formula-passed = 1 January to { $date-1930-02-28-border-report }
    .line-share = part of the year
    .line-yearly = outward in a year, if the paper’s figures are of these days
    .line-leaves = leaves in the note
    .reading-itself = the totals are of the report itself
    .because-itself = it is dated { $date-1930-02-28-border-report }
    .reading-later = the totals are of a later paper in the same run of leaves
    .because-later = the note names { $leaves }
    .reading-first-weeks = the totals are of the first weeks of the year only
    .because-first-weeks = then a year would have had { $yearly } outward; the sentence says the year
    .becomes-detentions-outward-1930 = { $detentions-outward-1930 }
    .warning-detentions-outward-1930 = A total of a year beside a report of its February; the paper it comes from is not known.
    .settles = { $note-fn47 }

outward-against-inward = Were more people held on the way out than on the way in?
    .finding = { $ratio }: { $share } of those held were leaving. But { $detentions-inward-1930 } were coming in, and the article says little of them.
    .condition = the printed numbers are not of all who were held
    .line-share = of those held, on the way out
    .becomes-detentions-inward-1930 = one for { Q($ratio, unit: "no") } outward
    .warning-detentions-inward-1930 = People stopped, not people who crossed.
    .settles = { $note-fn47 }

detained-and-departed = Do the figures say what part of those who fled was caught?
    .finding = The quotient is { $quotient }, but one figure is of people in a year, the other of households in { $years } years. For 1929 an outside text has both: { $stopped } stopped and { $passed } gone.
    .line-gone = people who left for Western China in a year, on average
    .line-quotient = held for a hundred of these, which is no rate
    .line-year = stopped, of all farms that the OGPU counted in 1929
    .becomes-detentions-outward-1930 = no rate of detection
    .warning-detentions-outward-1930 = Some may have been stopped twice or have left later; attempts are not printed.
    .settles = Reports of the OGPU for the later years like that for 1929, which has those stopped beside those gone.

foreign-gangs-or-people = Can one tell whether nine of the gangs were foreign, or nine of the people?
    .finding = The sentence allows { $of-gangs } of the gangs or { $of-people } of the people.
    .condition = { $holding }
    .line-of-gangs = foreign, of the gangs
    .line-of-people = foreign, of the people
    .line-in-them = people in the foreign gangs, if they were of average size
    .reading-gangs = the gangs were foreign
    .because-gangs = { $of-gangs } of the gangs, { $in-them }
    .reading-people = the people were foreign
    .because-people = { $of-people } of the people
    .becomes-detentions-gangs-foreign-1927 = { $of-gangs }
    .warning-detentions-gangs-foreign-1927 = Gangs or people: the sentence does not say which.
    .becomes-detentions-gang-members-1927 = { $mean }
    .warning-detentions-gang-members-1927 = From an OGPU report; gangs is its word.
    .settles = { $note-fn45 }

fifty-or-four-hundred = Can both { END($detentions-armed-escort-1927) } and { END($detentions-helpers-1927, end: "best") } men have helped the crossing at Ush-Bulak?
    .finding = As part and whole they leave { $local } with arms on the Soviet side; as two figures for the same men they differ by a factor of { Q($ratio, unit: "no") }.
    .condition = { $holding }
    .line-armed = armed, most of the helpers being armed
    .line-local = armed local people beside the escort
    .reading-part = the escort from abroad is a part of all who helped
    .because-part = then { $local } were armed on the Soviet side
    .reading-same = they are two counts of the same men
    .because-same = they differ by a factor of { Q($ratio, unit: "no") }
    .becomes-detentions-armed-escort-1927 = one part of { $detentions-helpers-1927 }
    .warning-detentions-armed-escort-1927 = The group from abroad only.
    .becomes-detentions-helpers-1927 = { $armed } of them armed
    .warning-detentions-helpers-1927 = From another file than the { END($detentions-armed-escort-1927) }.
    .settles = { $note-fn43 }; { $note-fn44 }

four-escaped = Can both four and three have escaped?
    .finding = { $detentions-sarkand-fled-1927 } ran, { $detentions-sarkand-killed-1927 } was killed and { $detentions-sarkand-escaped-1927 } got away: { $total }. The word “escaped” is used for both.
    .condition = the { $detentions-sarkand-fled-1927 } were not all who ran
    .line-total = killed and escaped
    .becomes-detentions-sarkand-fled-1927 = { $detentions-sarkand-escaped-1927 }
    .warning-detentions-sarkand-fled-1927 = Four ran; one of them was shot.
    .settles = The report behind the first of the two accounts of August 1927.

four-among-twelve = Can both the twelve deported and the four who ran be right?
    .finding = { $apart } in all if the four are beyond the { $detentions-sarkand-detained-1927 } deported; if they are among them, only { $within } were deported.
    .condition = { $holding }
    .line-within = deported, if the four are among the twelve
    .reading-beyond = the four are beyond the twelve
    .because-beyond = { $apart } in all
    .reading-among = the four are among the twelve
    .because-among = then { $within } were deported, not { $detentions-sarkand-detained-1927 }
    .becomes-detentions-sarkand-detained-1927 = { $apart } in all
    .warning-detentions-sarkand-detained-1927 = The report names the four apart.
    .settles = The report behind the first of the two accounts of August 1927.

two-reports-one-event = Can the two reports of August 1927 both be right?
    .finding = { $first } in the first, { $detentions-opium-found-1927 } in the second, and { Q($alike, unit: "no") } of { $all } numbers of one report stand in the other, in other roles.
    .condition = { $holding }
    .line-alike = numbers of one report that stand in the other
    .reading-two = they tell of two events
    .because-two = two places are named
    .reading-one = they tell of one event, in two ways
    .because-one = then { $detentions-sarkand-detained-1927 } were detained and { $detentions-sarkand-escaped-1927 } escaped, or the reverse
    .becomes-detentions-sarkand-detained-1927 = { $detentions-sarkand-detained-1927 } of { $first }
    .warning-detentions-sarkand-detained-1927 = Perhaps the same event as the opium fields of that month; do not add the two.
    .becomes-detentions-opium-detained-1927 = { $detentions-opium-detained-1927 } of { $detentions-opium-found-1927 }
    .warning-detentions-opium-detained-1927 = Perhaps the same event as the detention of August 18; do not add the two.
    .settles = { $note-fn46 }; { $note-fn62 }

raiders-of-puchkov = Can one tell whether Puchkov’s men took the Matveyevka outpost?
    .finding = The raiders may be { $share } of Puchkov’s men, or stand beside them: { $together }.
    .condition = { $holding }
    .line-share = the raiders as a share
    .line-together = armed men, if they are two groups
    .reading-part = the raiders were a part of his men
    .because-part = { $share }
    .reading-apart = the raiders were another group
    .because-apart = { $together }
    .becomes-detentions-emigre-group-1932 = { $share } of Puchkov’s men, if his
    .warning-detentions-emigre-group-1932 = Both are of one spring; that they are one group is not said.
    .settles = { $note-fn51 }

raid-and-arrests = Can the arrests of 1933 be for the raid of 1932?
    .finding = { $months } lie between. That the two accounts mean one raid rests on the name of the outpost.
    .condition = the raid was earlier
    .line-months = months from the raid to the arrests for it
    .settles = { $note-fn51 }; { $note-fn52 }

barriers-1932 = Can one tell how many barriers there were in October 1932?
    .finding = { $total } or { $garrison-outposts-barred-1932 }: the sentence joins passes and outposts.
    .condition = { $holding }
    .line-total = barriers, if passes and outposts are different places
    .reading-six = there were six barriers
    .because-six = { $total }
    .reading-three = there were three barriers, named twice
    .because-three = { $garrison-passes-barred-1932 } and { $garrison-outposts-barred-1932 }
    .settles = { $note-fn53 }

arrests-near-border = Can the arrests of 1935 have been at Bakhty?
    .finding = { $distances-1935-july-border } and { $distances-1935-december-border } from the border. The village itself lies { $village } from the border on the map.
    .condition = they were farther out than the village
    .line-apart = the second arrest was farther by
    .line-village = Bakhty to the border, by the map
    .formula-village = the nearest point of the border, with the errors of map and position
    .becomes-distances-1935-july-border = { $distances-1935-july-border }
    .warning-distances-1935-july-border = The place of arrest, not Bakhty.
    .settles = { $note-fn59 }; { $note-fn60 }
