### Checks in lists and in full, cards, and what stands under a picture.

## The ledger. $counts is how many checks have which answer.

ledger-counts = { $count ->
    [one] { $number } check: { $counts }.
   *[other] { $number } checks: { $counts }.
}
ledger = The ledger of checks
    .question = question
    .answer = answer
    .key = key number
    .rests = rests on
clashes = Who contradicts whom
    .figures = figures that meet
quotable = What may be quoted
    .printed = as printed
    .becomes = confronted with the others
    .warning = warning
unchecked = Not checked
    .discrepancy = discrepancy
    .why = why no check

## A check in full. $question is that of the check, $links lead to what is named.

entry-arithmetic = Arithmetic: { $question }
    .what = what
    .how = how
    .result = result
entry-reasons = The arithmetic, what may be quoted, the evidence
entry-settles = What would settle it:
entry-rests = Rests on
entry-readings = Readings.
entry-variants = With other outside figures.
entry-quotes = What may be quoted, and the warning.
entry-register = In the register.
entry-claims = Claims: { $links }.
entry-assumptions = Assumptions: { $links }.
entry-outside = Outside figures: { $links }.

## What cannot hold together, and what the account narrows. $questions are those of the checks.

together-whatever = Whatever the assumptions are within their ranges.
together-likely = With the assumptions at their most likely values.
together = Figures that cannot hold together: { $questions }
    .figure = figure
    .kind = kind
    .given = as given
    .demand = would have to be
together-claim = claim
together-outside = outside figure
together-assumption = assumption
together-unknown = unknown
together-none = no number would do
narrowed = What the account leaves of its figures
    .figure = figure
    .given = as given
    .left = the others leave
not-negative = not negative

## Assumptions and figures from outside.

assumed = Assumptions
    .name = assumption
    .range = most likely, and range
    .why = why
    .checks = checks
    .from = From:
outside-figures = Figures from outside the article
    .figure = figure and grade
    .of = of what
    .when = when
    .source = source
    .remark = remark
    .seen = Seen at:
not-stated = not stated
not-dated = not dated
derived-from = Shares its count or paper with { $ids }.
rival-of = Rival of { $other }.

## Cards: the label of each line.

card-computed = computed
card-from = from
card-dated = dated
card-source = source
card-verdict = answer
card-found = found
card-rests = rests on
card-hangs = hangs on
card-assumed = assumed
card-reason = reason
card-outside = outside the article
card-grade = grade
card-seen = seen at
card-remark = remark
card-printed = printed
card-hedge = hedge
card-period = period
card-page = page
card-note = note
card-discrepancies = discrepancies
card-checks = checks
card-copy = copy
from-tables = the tables of this book
one-unit = one { $unit }
printed-quote = “{ $words }”
more-checks = { $number } more
place-of = { $heading }, paragraph { $number }
hedge-word-exact = exact
hedge-word-counted = counted
hedge-word-range = range
hedge-word-about = about
hedge-word-nearly = nearly
hedge-word-over = over
hedge-word-no-less-than = no less than
hedge-word-at-most = at most

## Under a picture. $claims and $figures are counted, $notes say which notes stand behind them.

picture-words = What the chart shows, in words and numbers
picture-take = Take it along: { $links }.
    .csv = data (CSV)
    .svg = picture (SVG)
    .png = picture (PNG)
picture-tables = Source: the tables of this book.
picture-source = Source: { $claims } of the article ({ $notes })
picture-notes = { $count ->
    [one] note { $notes } of the article
   *[other] notes { $notes } of the article
}
picture-later = { $number } with a note only further on: { $notes }
picture-without = { $number } without a note
picture-outside = Beside them: { $figures } from outside the article
picture-data = Data: { $title }

## What a reader takes along.

take-copy = Copy
take-fold = Quote it

## Columns of tables that a session shows.

table-claim = claim
table-period = period
table-figure = figure
table-printed = as printed
table-note = note
table-question = question
table-verdict = answer
table-key = key number

## A date as it is printed, $words, and as the edition says it, $date.

printed-date = { $words }

## What is reckoned from several figures, where it has no name of its own.

reckoned-hull = from the least to the most of { $figures }
