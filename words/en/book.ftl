### The book as a whole.

language = English
book-title = The Kazakh–Xinjiang border in figures
book-author = The developers of the data companion
part-1 = The story
part-2 = The judgement
part-3 = Look it up
part-4 = For analysts and reviewers
code =
    .show = The code of this picture
    .hide = Hide the code
switch = Language
