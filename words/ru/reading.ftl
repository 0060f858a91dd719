### What became of each claim: at a glance, read along, in the archive.

## What became of a claim: the word, a number of them, and what it means.

fate-contradicted = оспорено
    .counted = оспорено: { $number }
    .means = им противоречит другая цифра
fate-only-if = держится с условием
    .counted = держится с условием: { $number }
    .means = только если оно выполнено
fate-holds = держится
    .counted = держится: { $number }
    .means = рядом с цифрами, с которыми сопоставлено
fate-untested = не проверено
    .counted = не проверено: { $number }
    .means = судить не по чему

## The article at a glance. $page is a link, $heading a section.

glance-title = Статья одним взглядом: { $count ->
    [one] { $number } цифра
    [few] { $number } цифры
    [many] { $number } цифр
   *[other] { $number } цифры
} по порядку
glance-caption = Знак — это цифра, мелкое число — номер абзаца. От каждого знака можно перейти к его месту: { $page }. Из всех ответов о цифре знак показывает самый тяжёлый.
    .page = чтение вместе со статьёй
glance-same = То же таблицей
glance-paragraphs = { $heading }: абзацы
glance-none = цифр нет
glance-table = Что стало с цифрами каждого абзаца
glance-section = раздел
glance-paragraph = абзац
glance-page = страница

## Read along, page by page. $note, $first and $last are numbers of notes.

read-pages = Страницы журнала
read-choose = Страница
read-page = Страница { $page }
read-note = Внизу сноска { $note }.
read-notes = Внизу сноски { $first }–{ $last }.
read-paragraph = { $heading }, абзац { $number }
read-part = { $note ->
    [none] Без сносок
   *[other] Первая сноска — { $note }
}{ $begins ->
    [yes] {""}
   *[no] ; начало на предыдущей странице
}{ $ends ->
    [yes] {""}
   *[no] ; конец на следующей странице
}.
read-empty = Цифр здесь нет.

## In the archive. $files and $archives are counted, $file is a link, $note a number of a note.

room = { $files } в { $archives }: { $file }
room-files = { $count ->
    [one] { $number } дело
    [few] { $number } дела
    [many] { $number } дел
   *[other] { $number } дела
}
room-archives = { $count ->
    [one] { $number } архиве
   *[other] { $number } архивах
}
room-label = Что заказать в первую очередь
room-rank = очередь
room-file = дело
room-settles = на что ответит
room-hanging = ответы, которые от него зависят
room-figures = цифры
room-doubts = сомнительные места

# An archive in few letters: its abbreviation in Latin letters, and its own.
room-short = { $cyrillic }
room-confirmed = Русское название проверено по русскому тексту
room-read-back = Русское название восстановлено по латинице сноски, полной уверенности в нём нет
room-cited = Листы: { $leaves }.
room-leaves = { $leaves ->
    [none] без листов
   *[other] { $leaves }
} (сноска { $note })
room-look-for = Что искать
room-would-settle = На что ответит
room-doubted = Сомнительные места
room-no-leaf = лист не указан
room-further = сноска стоит { $distance }
room-nothing = Ни один ответ от него не зависит.
room-hang = { $count ->
    [one] От него зависит { $number } ответ
    [few] От него зависят { $number } ответа
    [many] От него зависят { $number } ответов
   *[other] От него зависят { $number } ответа
}
