### Sentences that a reader copies. $figure has its hedge and unit, $page is the printed page.

safe-figure = { $subject }{ $period ->
        [none] {""}
       *[other] {""} ({ $period })
    }: { $figure }, { $hedge }.
    .source = Ablazhey and Zhanbossinova 2026, p. { $page }; { $note }.
safe-note = { $number ->
        [none] without a note
       *[other] note { $number }{ $sources ->
            [none] {""}
           *[other] {""} ({ $sources })
        }
    }
    .further = the nearest note is { $number }, { $distance }{ $sources ->
            [none] {""}
           *[other] {""} ({ $sources })
        }
safe-contradicted = Contradicted by { $opponents }, unless { $condition }: { $finding }
    .plain = Contradicted by { $opponents }: { $finding }
safe-only-if = Holds only if { $condition }.
safe-holds = No figure that it was set against contradicts it.
safe-untested = No other printed figure tests it.

hedge-exact = printed without a hedge
hedge-counted = counted here from what the article lists
hedge-range = printed as a range
hedge-about = printed as about so many
hedge-nearly = printed as that or less
hedge-over = printed as that or more
hedge-no-less-than = printed as a floor
hedge-at-most = printed as a ceiling

## What became of a figure, in one word and its reason. $opponents are the figures against it.

became-contradicted = Contradicted by { $opponents }.
    .with = Contradicted by { $opponents }, unless { $condition }.
became-only-if = Holds only if …
    .with = Holds only if { $condition }.
became-holds = Holds.
became-untested = Untested.

against = contradicted by { $opponents }
against-figure = { $figure }, contradicted by { $opponents }

opponent-outside = an outside figure of { $figure } ({ $subject })
opponent-reckoned = { $number } ({ $label })
opponent-none = what else is printed

## Footnotes. $pages of the article, $source of its own note.

footnote-chicago = { $authors }, “{ $title },” { $journal } { $volume }, no. { $number } ({ $year }): { $page }, https://doi.org/{ $doi }
    .citing = { $cited }, cited in { $article }
footnote-gost = { $authors } { $title } // { $journal }. { $year }. Т. { $volume }, № { $number }. С. { $page }. DOI: { $doi }
    .citing = { $cited }. Цит. по: { $article }

## What is copied.

take-sentence = A safe sentence
    .copy = Copy a safe sentence
take-chicago = Footnote, Chicago
    .copy = Copy the footnote, Chicago style
take-gost = Footnote, GOST R 7.0.5
    .copy = Copy the footnote by GOST R 7.0.5
