### Smuggling and its penalties.

## Results

result-contraband-per-person-1935 = contraband for each of the six detained in July 1935
result-bond-to-contraband = the bond of 1928 as a multiple of the contraband of July 1935
result-opium-field-ha = opium field in hectares

## Checks

bond-and-contraband = Can the sums of money in the cases of smuggling be compared?
    .finding = In July 1935 { $each }. The bond of 1928 is { $ratio } the whole find, in rubles of another year.
    .line-small = Kaldybayev’s money beside that share
    .becomes-smuggling-1935-july-value = { $each }
    .warning-smuggling-1935-july-value = Rubles of 1935; one group.
    .settles = { $note-fn57 }; { $note-fn59 }; { $note-fn60 }

smuggling-share-here = Was smuggling nine tenths of the crimes on this border?
    .finding = { $share } is said of border crimes, and the work cited is on the OGPU as a whole; no share for this border is printed.
    .line-share = of all border crimes, as the work cited has it
    .becomes-smuggling-share-of-crimes = { $share }
    .warning-smuggling-share-of-crimes = For the Union, it seems; not for this border.
    .settles = { $note-fn56 }

penalty-eased = Did the code of 1922 make crossing a lighter crime?
    .finding = The longest term of 1921 was { $ratio } that of 1922, and prison came back in 1923 for { $later }.
    .condition = the terms after 1921 were shorter
    .line-ratio = the longest term of 1921 as a multiple of that of 1922
    .becomes-penalties-1921-crossing-prison = { $penalties-1921-crossing-prison }
    .warning-penalties-1921-crossing-prison = A ceiling, lowered in the next year.
    .settles = The codes themselves.

charges-dropped = Was Makulbayev prosecuted for only a part of the charges?
    .finding = For { END($penalties-makulbayev-prosecuted) } of { $penalties-makulbayev-charges }; { $dropped } were dropped, and the outcome was a residence imposed for { $term }.
    .condition = he was charged under more articles
    .line-dropped = charges that were dropped
    .settles = { $note-fn58 }
