### Side notes and what stands in the margin of a page.

# Where a figure is printed: $page of the article, $note as in safe-note.
side-note-place = p. { $page }; { $note }

# The map on the first page: who moved, where, and in which $period, such as "1930–1933".
map-crossed = The border that Kazakhs crossed in their flight to Xinjiang, { $period }

# Over the notes at the end of a printed chapter.
chapter-notes = Notes: the sources of the pictures

## Over the folded parts of a long list.

topic-administration = Districts and offices
topic-border = The border itself
topic-counts = Counted and measured here
topic-detentions = Arrests and clashes
topic-distances = Lengths and distances
topic-garrison = Garrison and outposts
topic-migration = The flight
topic-populations = Populations of the borderland
topic-smuggling = Smuggling and trade
topic-zones = Zone and passport

# Ten years from $first to $last.
decade = { $first } to { $last }
