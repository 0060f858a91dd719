### The words of the pages' machinery.

## Asked for by scripts (said.js). What stands in braces is put in by the script; a message with
## $count is written for every plural category of $number.

# A reader's settings. $value is what the book publishes, $settings and $refused are lists.
page-published = published: { $value }
page-settings = Your settings, not those of the book: { $settings }.
page-settings-none = none
page-settings-refused = Left out, for it does not exist here: { $refused }.
page-settings-back = Back to the published values

# The search. $query is what was asked for.
page-search-found = { $count ->
    [one] { $number } page with “{ $query }”.
   *[other] { $number } pages with “{ $query }”.
}
page-search-partly = No page has all the words of “{ $query }”. { $count ->
    [one] { $number } page
   *[other] { $number } pages
} with most of them.
page-search-nothing = Nothing in this book has “{ $query }”.
page-search-more = { $number } more on this page
page-search-title = { $query } – { $title }
page-search-names = Under this name

# Lists and tables that are filtered: $number of $all are shown.
page-rows = { $number } of { $all } rows
page-items = { $number } of { $all }
page-filter = Filter the list:
page-show-events = Show events of
page-show-incidents = Show incidents of

# Copying.
page-copied = Copied.
page-copied-published = Copied, with the published values, not with your settings.
page-not-copied = Your browser did not let the page copy. The words stand under “Quote it” at the figure’s entry.

# The report of an error. $about is the claim or chart.
page-report-title = Error in { $about }
page-report-about = {" "}about { $about }

page-chart = chart; arrow keys read its figures

## Tables. $name is a table of the data, $label what a table shows.

table-rows = { $count ->
    [one] { $number } row: { $file }
   *[other] { $number } rows: { $file }
}
table-label = Table { $name }
table-filter = Filter the rows:
    .label = Filter: { $label }
table-csv = Rows as CSV

table-fold = The rows of { $name }
dictionary-fold = The columns of { $name }
dictionary-label = Columns of { $name }
dictionary-column = column
dictionary-type = type
dictionary-meaning = meaning
fold-show = Show the descriptions

# The columns of the tables of the data, by their names.
heading-id = id
heading-measure = measure
heading-subject = subject
heading-place = place
heading-period = period
heading-period_printed = period printed
heading-as_printed = as printed
heading-hedge = hedge
heading-low = low
heading-high = high
heading-best = best
heading-unit = unit
heading-section = section
heading-paragraph = paragraph
heading-footnote = footnote
heading-sources = sources
heading-passage_note = passage note
heading-sentences_on = sentences on
heading-remark = remark
heading-name = name
heading-abbreviation = abbreviation
heading-latin = latin
heading-cyrillic = cyrillic
heading-cyrillic_abbreviation = cyrillic abbreviation
heading-certainty = certainty
heading-seen_at = seen at
heading-source = source
heading-derived_from = derived from
heading-reason = reason
heading-grade = grade
heading-rival_of = rival of
heading-citation = citation
heading-kind = kind
heading-title = title
heading-claims = claims
heading-events = events
heading-arithmetic = arithmetic
heading-doubt = doubt
heading-readings = readings
heading-used = used
heading-why = why
heading-date = date
heading-date_printed = date printed
heading-actor = actor
heading-values = values
heading-definition = definition
heading-dimension = dimension
heading-first_note = first note
heading-last_note = last note
heading-page = page
heading-turns = turns
heading-overleaf = overleaf
heading-spellings = spellings
heading-modern_name = modern name
heading-lat = lat
heading-lon = lon
heading-position_basis = position basis
heading-position_source = position source
heading-other_names = other names
heading-functions = functions
heading-order = order
heading-heading = heading
heading-archive = archive
heading-fond = fond
heading-opis = opis
heading-delo = delo
heading-leaves = leaves
heading-citekey = citekey
heading-locator = locator
heading-same_as = same as
heading-base_unit = base unit
heading-factor = factor

# Kinds of discrepancies.
doubt-kind-ambiguity = ambiguity
doubt-kind-citation = citation
doubt-kind-contradiction = contradiction
doubt-kind-dating = dating
doubt-kind-error = error
doubt-kind-missing-source = missing source
doubt-kind-scope-mismatch = scope mismatch
doubt-kind-spelling = spelling
doubt-kind-terminology = terminology
doubt-kind-unit-trap = unit trap

## Lists of claims and results. $claims and $pages are lists of links.

claims-label = Claims
result-counted = Counted from the tables of this book.
result-from = From { $claims }.
touched-discrepancies = Discrepancies:
touched-checks = Checks:
used-in = Used in: { $pages }

## The notes of the article.

footnotes-label = Footnotes of the article
footnotes-note = note
footnotes-kind = kind
footnotes-source = source
footnotes-ibid = Ibid.
footnotes-sentence = claims of its sentence
footnotes-passage = claims before it in its passage
footnotes-remark = remark
footnotes-same = same as { $note }

source-kind-archive = archive
source-kind-law = law
source-kind-note = note
source-kind-periodical = periodical
source-kind-publication = publication

## The page of the settings. $grade is how an outside figure was seen.

settings-assumptions = Assumptions
settings-readings = Sentences that can be read in several ways
settings-published = as the book leaves it
settings-figures = Figures from outside
settings-grades = Which grades count
settings-every-grade = all
settings-weakest = no weaker than { $grade }
settings-outside = outside figures no weaker than { $grade }
settings-still = Without scripts the verdicts below are those of the book.
settings-movable = What the settings can move
settings-fixed = What no setting can move
settings-fixed-why = These questions rest on printed figures alone, with no assumption, outside figure or second reading.

## The search page.

search-title = Search
search-still = The search needs JavaScript. The tables of claims, places and events are whole without it.
search-made = Index

## Pages at old addresses. $page is a link.

moved = This page is now part of { $page }.

## Notebooks. $kind is the ending of the file, $bundle a link.

run-page = Run this page
run-notebooks = Run the notebooks
run-notebook = notebook (.{ $kind })
run-script = script (.{ $kind })
run-how = The notebook and the script run wherever Python does: keep { $bundle } beside them.
    .bundle = code and data

## The data to take along. $files is a list of links, $size in kilobytes.

take-all = All tables at once: { $files }
take-all-file = { $file } ({ $size } kB)

## Reporting an error. $about is a claim or chart, or says which.

report-link = Report an error
    .label = Report an error in { $about }
report-open = Open an issue in the repository
report-nowhere = This copy of the book names no address for reports{ $about }. Write to whoever gave it to you. Or correct the row in a copy of the repository, and build the book again.

## Corrections, and whose book it is.

corrections-none = No correction has been made so far.
edition = { $names } coded the figures, computed what follows from them, and edit the book. This is version { $version }.

## What others show of a link to the book.

preview-alt = { $book }: a square for every figure, coloured by what became of it
preview-question = { $number } figures of one article. Which can be true together?

## The certificate. $file is a link, $kinds what the outputs are.

certificate-manifest = The manifest { $file } lists { $number } outputs: { $kinds }.
certificate-charts = { $number } data and descriptions of charts
certificate-computed = { $number } computed results and checks
certificate-data = { $number } tables of the data
certificate-output = output
certificate-against = what stands against it
certificate-digest = SHA-256, first digits
certificate-outputs = Outputs
certificate-typed = typed
certificate-snapshot = snapshot
certificate-worked = worked out otherwise, { $test }
certificate-made = The book is made with these, on any Python that pyproject.toml allows:
certificate-package = package
certificate-version = version
certificate-packages = Packages

## The measurements. $powers and $machine are lists.

bench-what = what
bench-size = size
bench-ours = ours
bench-baseline = baseline
bench-quotient = ours ÷ baseline
bench-note = note
bench-build = Building, serving, importing
bench-page_weight = Opening a page
bench-engine_propagate = The engine: propagation
bench-engine_sample = The engine: sampling
bench-grows = Our time grows with this power of the size (the slope on paper with logarithms on both axes, between the two largest sizes): { $powers }.
bench-machine = Measured on: { $machine }.
bench-processors = processors { $value }
bench-memory = memory { $value }
bench-system = system { $value }
bench-Python = Python { $value }

## The book on paper. $address is a link, $data and $code are licences.

pdf-contents = Contents
pdf-names = Places and persons
pdf-address = Read with live charts and every table at { $address }
pdf-version = Version { $version }. Text and data { $data }, code { $code }.
pdf-article = A companion to
pdf-cite = To cite this book

# Who acts in the article, as the index of names has them.
person-danilovsky = Danilovsky
person-kaldybayev = Kaldybayev
person-makulbayev = Makulbayev
person-masanov = Masanov
person-puchkov = Puchkov
person-stalin = Stalin
