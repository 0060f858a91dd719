### Side notes and what stands in the margin of a page.

# Where a figure is printed: $page of the article, $note as in safe-note.
side-note-place = с. { $page }; { $note }

# The map on the first page: who moved, where, and in which $period, such as "1930 to 1933".
map-crossed = Граница, через которую казахи бежали в Синьцзян, { $period }

# Over the notes at the end of a printed chapter.
chapter-notes = Примечания: источники рисунков

## Over the folded parts of a long list.

topic-administration = Районы и учреждения
topic-border = Сама граница
topic-counts = Сосчитано и измерено здесь
topic-detentions = Задержания и столкновения
topic-distances = Длины и расстояния
topic-garrison = Гарнизон и заставы
topic-migration = Откочёвка
topic-populations = Население приграничья
topic-smuggling = Контрабанда и торговля
topic-zones = Зона и паспорт

# Ten years from $first to $last.
decade = { $first }–{ $last } гг.
