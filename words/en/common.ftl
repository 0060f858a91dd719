### How values are said. $low, $high and $best are written numbers, $span is a value of its own.

form-exact = { $low }
form-counted = { $low }
form-range = { $low } to { $high }
form-between = { $low } to { $high }
form-least = at least { $low }
form-most = at most { $high }
form-any = any number
form-about = about { $best }
form-estimate = about { $best } ({ $span })
form-nearly = nearly { $best }
form-over = over { $best }
form-no-less-than = no less than { $best }
form-at-most = at most { $best }

or = { " or " }
and = { " and " }

## Verdicts, each the answer to a question of yes or no. $condition is the condition of a check;
## a verdict with one begins with the words of the verdict without it. .alone stands without one.

verdict-agree = Yes
verdict-agree-only-if = Only if
    .with = Only if { $condition }
    .alone = Only if …
verdict-different-scope = They count different things
verdict-contradict = No
    .with = No, unless { $condition }
verdict-cannot-be-tested = Cannot be told

## What a reading of a sentence is.

reading-agree = possible
reading-agree-only-if = possible in part
reading-different-scope = counts different things
reading-contradict = not possible
reading-cannot-be-tested = cannot be told

## Grades of sources.

grade-census = census
grade-archive-or-official-count = archive or official count
grade-scholarly-work = scholarly work
grade-work-of-reference = work of reference
grade-second-hand = second-hand

## Sources. $shelf is a shelf mark, or a work with its pages.

note = note { $number }: { $shelf }

## Formulas. $of is a figure, $unit the id of the unit into which it is converted.

formula-in = { $of } in { $unit }

undated = undated

## What a verdict rests on.

rests-on-article = the article alone
rests-on = the article, with { $parts }
    .graded = the article, with { $parts } (weakest: { $grade })
rests-on-assumptions = { $count ->
    [one] { $number } assumption
   *[other] { $number } assumptions
}
rests-on-outside = { $count ->
    [one] { $number } outside figure
   *[other] { $number } outside figures
}
rests-on-map = the map

## What a check comes to with other outside figures.

variant-rival = With the rival figure of { $figure } ({ $grade })
variant-without = Without { $grade } figures
variant = { $with_ } the answer { $same ->
        [yes] is still
       *[no] is
    } “{ $verdict }”{ $key ->
        [none] .
       *[other] ; the key number is then { $key }.
    }

## The picture of two sides on one scale.

clash-apart = The two do not meet.
clash-part = They meet in part.
clash-inside = One lies within the other.
clash-allowed = allowed
clash-told = what is told
clash-none-or-more = none or more

## The note of a claim or event. $number is that of the note.

noted = note { $number }
noted-further = note { $number }, { $distance }
noted-none = without a note
further = { $count ->
    [1] in the next sentence
   *[other] { $number } sentences further on
}

## Shelf marks. $name is the archive in English, $cyrillic and $short are its own name; of a number
## with a letter, $latin and $cyrillic are the two ways to write it.

archive = { $name }
shelf-fond = f. { $latin }
shelf-opis = op. { $latin }
shelf-delo = d. { $latin }
shelf-leaves = l. { $latin }

none = none
numbered = { $number }
numbered-further = { $number }, { $distance }
