### What became of each claim: at a glance, read along, in the archive.

## What became of a claim: the word, a number of them, and what it means.

fate-contradicted = contradicted
    .counted = { $number } contradicted
    .means = another figure contradicts it
fate-only-if = holds under a condition
    .counted = { $count ->
        [one] { $number } holds under a condition
       *[other] { $number } hold under a condition
    }
    .means = only if something else is so
fate-holds = holds
    .counted = { $count ->
        [one] { $number } holds
       *[other] { $number } hold
    }
    .means = no figure set beside it speaks against it
fate-untested = untested
    .counted = { $number } untested
    .means = no other figure decides on it

## The article at a glance. $page is a link, $heading a section.

glance-title = The article at a glance: { $count ->
    [one] { $number } figure
   *[other] { $number } figures
} in their order
glance-caption = A mark is a figure, a small number its paragraph. Each mark leads to its place in { $page }. A figure has the gravest of the verdicts on it.
    .page = Read along
glance-same = The same as a table
glance-paragraphs = { $heading }: paragraphs
glance-none = no figure
glance-table = What became of the figures of each paragraph
glance-section = section
glance-paragraph = paragraph
glance-page = page

## Read along, page by page. $note, $first and $last are numbers of notes.

read-pages = Printed pages
read-choose = Page
read-page = Page { $page }
read-note = Note { $note } at its foot.
read-notes = Notes { $first } to { $last } at its foot.
read-paragraph = { $heading }, paragraph { $number }
read-part = { $note ->
    [none] No note
   *[other] First note { $note }
}{ $begins ->
    [yes] {""}
   *[no] , goes on from the page before
}{ $ends ->
    [yes] {""}
   *[no] , goes on overleaf
}.
read-empty = No figure here.

## In the archive. $files and $archives are counted, $file is a link, $note a number of a note.

room = { $files } in { $archives }: { $file }
room-files = { $count ->
    [one] { $number } file
   *[other] { $number } files
}
room-archives = { $count ->
    [one] { $number } archive
   *[other] { $number } archives
}
room-label = What to order first
room-rank = rank
room-file = file
room-settles = would settle
room-hanging = verdicts that hang on it
room-figures = figures
room-doubts = doubts

# An archive in few letters: its abbreviation in Latin letters, and its own.
room-short = { $latin }
room-confirmed = The Cyrillic form was seen in Cyrillic
room-read-back = The Cyrillic form is put back from the Latin letters of the note and not certain
room-cited = { $cyrillic }. Leaves: { $leaves }.
room-leaves = { $leaves ->
    [none] no leaves
   *[other] { $leaves }
} (note { $note })
room-look-for = Look for
room-would-settle = Would settle
room-doubted = Doubts
room-no-leaf = no leaf printed
room-further = its note stands { $distance }
room-nothing = No verdict hangs on it.
room-hang = { $count ->
    [one] { $number } verdict hangs on it
   *[other] { $number } verdicts hang on it
}
