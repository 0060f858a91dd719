### Checks in lists and in full, cards, and what stands under a picture.

## The ledger. $counts is how many checks have which answer.

ledger-counts = { $count ->
    [one] { $number } проверка: { $counts }.
    [few] { $number } проверки: { $counts }.
    [many] { $number } проверок: { $counts }.
   *[other] { $number } проверки: { $counts }.
}
ledger = Ведомость проверок
    .question = вопрос
    .answer = ответ
    .key = главное число
    .rests = на чём держится
clashes = Кто кому противоречит
    .figures = какие цифры сходятся
quotable = Что можно цитировать
    .printed = как напечатано
    .becomes = рядом с другими
    .warning = предостережение
unchecked = Не проверено
    .discrepancy = сомнительное место
    .why = почему без проверки

## A check in full. $question is that of the check, $links lead to what is named.

entry-arithmetic = Расчёт: { $question }
    .what = что
    .how = как
    .result = итог
entry-reasons = Расчёт, что можно цитировать, основания
entry-settles = Что решило бы вопрос:
entry-rests = На чём держится:
entry-readings = Прочтения.
entry-variants = С другими внешними цифрами.
entry-quotes = Что можно цитировать и с каким предостережением.
entry-register = В перечне:
entry-claims = Показания: { $links }.
entry-assumptions = Допущения: { $links }.
entry-outside = Внешние цифры: { $links }.

## What cannot hold together, and what the account narrows. $questions are those of the checks.

together-whatever = При любых допущениях в их пределах.
together-likely = При самых вероятных значениях допущений.
together = Цифры, которые не могут быть верны вместе: { $questions }
    .figure = цифра
    .kind = что это
    .given = как дано
    .demand = какой должна быть
together-claim = показание
together-outside = внешняя цифра
together-assumption = допущение
together-unknown = неизвестное
together-none = не подошло бы никакое число
narrowed = Что баланс оставляет от своих цифр
    .figure = цифра
    .given = как дано
    .left = что оставляют другие
not-negative = не меньше нуля

## Assumptions and figures from outside.

assumed = Допущения
    .name = допущение
    .range = самое вероятное и пределы
    .why = почему
    .checks = проверки
    .from = Откуда:
outside-figures = Цифры не из статьи
    .figure = цифра и степень надёжности
    .of = чего
    .when = когда
    .source = источник
    .remark = примечание
    .seen = Где видели:
not-stated = не указано
not-dated = без даты
derived-from = Восходит к тому же подсчёту или бумаге, что и { $ids }.
rival-of = Соперничает с { $other }.

## Cards: the label of each line.

card-computed = вычислено
card-from = из чего
card-dated = датировано
card-source = источник
card-verdict = ответ
card-found = вывод
card-rests = на чём держится
card-hangs = от чего зависит
card-assumed = допущено
card-reason = почему
card-outside = не из статьи
card-grade = надёжность
card-seen = где видели
card-remark = примечание
card-printed = напечатано
card-hedge = оговорка
card-period = время
card-page = страница
card-note = сноска
card-discrepancies = сомнения
card-checks = проверки
card-copy = скопировать
from-tables = из таблиц этой книги
one-unit = один: { $unit }
printed-quote = «{ $words }»
more-checks = и ещё { $number }
place-of = { $heading }, абзац { $number }
hedge-word-exact = точно
hedge-word-counted = сосчитано
hedge-word-range = диапазон
hedge-word-about = около
hedge-word-nearly = почти
hedge-word-over = более
hedge-word-no-less-than = не менее
hedge-word-at-most = не более

## Under a picture. $claims and $figures are counted, $notes say which notes stand behind them.

picture-words = Что показывает рисунок: словами и числами
picture-take = Взять с собой: { $links }.
    .csv = данные (CSV)
    .svg = рисунок (SVG)
    .png = рисунок (PNG)
picture-tables = Источник: таблицы этой книги.
picture-source = Источник: { $claims } статьи ({ $notes })
picture-notes = { $count ->
    [one] сноска { $notes } статьи
   *[other] сноски { $notes } статьи
}
picture-later = сноска только дальше по тексту ({ $number }): { $notes }
picture-without = без сноски: { $number }
picture-outside = Рядом с ними: { $figures } не из статьи
picture-data = Данные: { $title }

## What a reader takes along.

take-copy = Скопировать
take-fold = Процитировать

## Columns of tables that a session shows.

table-claim = показание
table-period = время
table-figure = цифра
table-printed = как напечатано
table-note = сноска
table-question = вопрос
table-verdict = ответ
table-key = главное число

## A date as it is printed, $words, and as the edition says it, $date.

printed-date = { $date } («{ $words }»)

## What is reckoned from several figures, where it has no name of its own.

reckoned-hull = от наименьшего до наибольшего из: { $figures }
