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

## The theme's own words: its catalogs have some languages, and none of these words.

theme-main = Main
theme-toggle-primary-sidebar = Toggle primary sidebar
theme-toggle-secondary-sidebar = Toggle secondary sidebar
theme-toggle-hidden-content = Toggle hidden content
theme-search-bar = Search...
theme-back-to-top = Back to top
theme-version-warning = Version warning
theme-color-mode = Color mode
theme-system-settings = System Settings
theme-light = Light
theme-dark = Dark
theme-skip-to-main-content = Skip to main content
theme-breadcrumb = Breadcrumb
theme-contents = Contents
theme-site-navigation = Site navigation
theme-section-navigation = Section Navigation
theme-python-module-index = Python Module Index
theme-copyright-copyright-s = © Copyright %(copyright)s.
