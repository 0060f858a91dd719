### Sentences that a reader copies. $figure has its hedge and unit, $page is the printed page.

safe-figure = { $subject }{ $period ->
        [none] {""}
       *[other] {""} ({ $period })
    }: { $figure }, { $hedge }.
    .source = Аблажей, Жанбосинова 2026, с. { $page }; { $note }.
safe-note = { $number ->
        [none] без сноски
       *[other] сноска { $number }{ $sources ->
            [none] {""}
           *[other] {""} ({ $sources })
        }
    }
    .further = ближайшая сноска — { $number }, { $distance }{ $sources ->
            [none] {""}
           *[other] {""} ({ $sources })
        }
safe-contradicted = Оспорено, против — { $opponents }; верно, только если { $condition }. { $finding }
    .plain = Оспорено, против — { $opponents }. { $finding }
safe-only-if = Держится, только если { $condition }.
safe-holds = Ни одна цифра, с которой её сопоставили, ей не противоречит.
safe-untested = Другой напечатанной цифры, по которой её можно проверить, нет.

hedge-exact = напечатано без оговорки
hedge-counted = сосчитано здесь по тому, что перечисляет статья
hedge-range = напечатано как диапазон
hedge-about = напечатано как приблизительное число
hedge-nearly = напечатано в смысле «столько или меньше»
hedge-over = напечатано в смысле «столько или больше»
hedge-no-less-than = напечатано как нижний предел
hedge-at-most = напечатано как верхний предел

## What became of a figure, in one word and its reason. $opponents are the figures against it.

became-contradicted = Оспорено, против — { $opponents }.
    .with = Оспорено, против — { $opponents }; верно, только если { $condition }.
became-only-if = Держится, только если…
    .with = Держится, только если { $condition }.
became-holds = Держится.
became-untested = Не проверено.

against = против — { $opponents }
against-figure = { $figure }, против — { $opponents }

opponent-outside = внешняя цифра { $figure } ({ $subject })
opponent-reckoned = { $number } ({ $label })
opponent-none = остальное, что напечатано

## Footnotes. $pages of the article, $source of its own note.

footnote-chicago = { $authors }, “{ $title },” { $journal } { $volume }, no. { $number } ({ $year }): { $page }, https://doi.org/{ $doi }
    .citing = { $cited }, cited in { $article }
footnote-gost = { $authors } { $title } // { $journal }. { $year }. Т. { $volume }, № { $number }. С. { $page }. DOI: { $doi }
    .citing = { $cited }. Цит. по: { $article }

## What is copied.

take-sentence = Безопасная формулировка
    .copy = Скопировать безопасную формулировку
take-chicago = Сноска по Чикагскому стилю
    .copy = Скопировать сноску по Чикагскому стилю
take-gost = Сноска по ГОСТ Р 7.0.5
    .copy = Скопировать сноску по ГОСТ Р 7.0.5
