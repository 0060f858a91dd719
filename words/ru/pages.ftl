### The words of the pages' machinery.

## Asked for by scripts (said.js). What stands in braces is put in by the script; a message with
## $count is written for every plural category of $number.

# A reader's settings. $value is what the book publishes, $settings and $refused are lists.
page-published = в книге: { $value }
page-settings = Настройки ваши, а не книги: { $settings }.
page-settings-none = нет
page-settings-refused = Пропущено, потому что здесь такого нет: { $refused }.
page-settings-back = Вернуть значения книги

# The search. $query is what was asked for.
page-search-found = { $count ->
    [one] «{ $query }»: { $number } страница.
    [few] «{ $query }»: { $number } страницы.
    [many] «{ $query }»: { $number } страниц.
   *[other] «{ $query }»: { $number } страницы.
}
page-search-partly = Страницы, где есть все слова запроса «{ $query }», не нашлось. Большая их часть есть { $count ->
    [one] на { $number } странице.
   *[other] на { $number } страницах.
}
page-search-nothing = В книге нет ничего по запросу «{ $query }».
page-search-more = на этой странице ещё { $number }
page-search-title = { $query } – { $title }
page-search-names = Под этим именем

# Lists and tables that are filtered: $number of $all are shown.
page-rows = строк: { $number } из { $all }
page-items = { $number } из { $all }
page-filter = Отобрать по словам:
page-show-events = Показать события:
page-show-incidents = Показать происшествия:

# Copying.
page-copied = Скопировано.
page-copied-published = Скопировано со значениями книги, а не с вашими настройками.
page-not-copied = Браузер не дал странице скопировать текст. Эти слова стоят у самой цифры, под заголовком «Процитировать».

# The report of an error. $about is the claim or chart.
page-report-title = Ошибка: { $about }
page-report-about = {" "}(речь о { $about })

page-chart = рисунок; его цифры читаются клавишами со стрелками

## Tables. $name is a table of the data, $label what a table shows.

table-rows = { $count ->
    [one] { $number } строка: { $file }
    [few] { $number } строки: { $file }
    [many] { $number } строк: { $file }
   *[other] { $number } строки: { $file }
}
table-label = Таблица { $name }
table-filter = Отобрать строки:
    .label = Отбор: { $label }
table-csv = Строки в CSV

table-fold = Строки таблицы { $name }
dictionary-fold = Столбцы таблицы { $name }
dictionary-label = Столбцы таблицы { $name }
dictionary-column = столбец
dictionary-type = тип
dictionary-meaning = значение
fold-show = Показать описания

# The columns of the tables of the data, by their names.
heading-id = id
heading-measure = мера
heading-subject = предмет
heading-place = место
heading-period = период
heading-period_printed = период, как напечатано
heading-as_printed = как напечатано
heading-hedge = оговорка
heading-low = не меньше
heading-high = не больше
heading-best = вероятнее всего
heading-unit = единица
heading-section = раздел
heading-paragraph = абзац
heading-footnote = сноска
heading-sources = источники
heading-passage_note = сноска ниже по тексту
heading-sentences_on = через сколько фраз
heading-remark = примечание
heading-name = название
heading-abbreviation = сокращение
heading-latin = латиницей
heading-cyrillic = кириллицей
heading-cyrillic_abbreviation = сокращение кириллицей
heading-certainty = достоверность
heading-seen_at = где видели
heading-source = источник
heading-derived_from = выведено из
heading-reason = основание
heading-grade = степень надёжности
heading-rival_of = спорит с
heading-citation = библиографическая ссылка
heading-kind = вид
heading-title = название
heading-claims = показания
heading-events = события
heading-arithmetic = арифметика
heading-doubt = сомнение
heading-readings = прочтения
heading-used = что принято
heading-why = почему
heading-date = дата
heading-date_printed = дата, как напечатано
heading-actor = кто действует
heading-values = значения
heading-definition = определение
heading-dimension = величина
heading-first_note = первая сноска
heading-last_note = последняя сноска
heading-page = страница журнала
heading-turns = переходит
heading-overleaf = на следующей странице
heading-spellings = написания
heading-modern_name = нынешнее название
heading-lat = широта
heading-lon = долгота
heading-position_basis = по чему определено место
heading-position_source = откуда координаты
heading-other_names = другие названия
heading-functions = чем было
heading-order = порядок
heading-heading = заголовок
heading-archive = архив
heading-fond = фонд
heading-opis = опись
heading-delo = дело
heading-leaves = листы
heading-citekey = ключ ссылки
heading-locator = место в источнике
heading-same_as = то же, что
heading-base_unit = основная единица
heading-factor = множитель

# Kinds of discrepancies.
doubt-kind-ambiguity = двусмысленность
doubt-kind-citation = ссылка
doubt-kind-contradiction = противоречие
doubt-kind-dating = датировка
doubt-kind-error = ошибка
doubt-kind-missing-source = нет источника
doubt-kind-scope-mismatch = считают разное
doubt-kind-spelling = написание
doubt-kind-terminology = термин
doubt-kind-unit-trap = ловушка единиц

## Lists of claims and results. $claims and $pages are lists of links.

claims-label = Показания
result-counted = Подсчитано по таблицам этой книги.
result-from = Исходные показания: { $claims }.
touched-discrepancies = Сомнительные места:
touched-checks = Проверки:
used-in = Где использовано: { $pages }

## The notes of the article.

footnotes-label = Сноски статьи
footnotes-note = сноска
footnotes-kind = вид
footnotes-source = источник
footnotes-ibid = там же
footnotes-sentence = показания её фразы
footnotes-passage = показания выше неё в том же отрывке
footnotes-remark = примечание
footnotes-same = то же, что { $note }

source-kind-archive = архивное дело
source-kind-law = закон
source-kind-note = пояснение
source-kind-periodical = периодика
source-kind-publication = публикация

## The page of the settings. $grade is how an outside figure was seen.

settings-assumptions = Допущения
settings-readings = Фразы, которые можно прочесть по-разному
settings-published = как в книге
settings-figures = Внешние цифры
settings-grades = Какие степени надёжности учитывать
settings-every-grade = все
settings-weakest = не слабее степени «{ $grade }»
settings-outside = внешние цифры не слабее степени «{ $grade }»
settings-still = Без скриптов ответы ниже — те, что даёт книга.
settings-movable = Что сдвигают настройки
settings-fixed = Чего не сдвинет ни одна настройка
settings-fixed-why = Эти вопросы решаются одними напечатанными цифрами: ни допущений, ни внешних цифр, ни второго прочтения в них нет.

## The search page.

search-title = Поиск
search-still = Для поиска нужен JavaScript. Таблицы показаний, мест и событий целы и без него.
search-made = Указатель

## Pages at old addresses. $page is a link.

moved = Теперь эта страница — часть другой: { $page }.

## Notebooks. $kind is the ending of the file, $bundle a link.

run-page = Выполнить эту страницу
run-notebooks = Выполнить блокноты
run-notebook = блокнот (.{ $kind })
run-script = скрипт (.{ $kind })
run-how = Блокнот и скрипт работают везде, где есть Python; держите рядом с ними { $bundle }.
    .bundle = код и данные

## The data to take along. $files is a list of links, $size in kilobytes.

take-all = Все таблицы сразу: { $files }
take-all-file = { $file } ({ $size } кБ)

## Reporting an error. $about is a claim or chart, or says which.

report-link = Сообщить об ошибке
    .label = Сообщить об ошибке: { $about }
report-open = Открыть обращение в репозитории
report-nowhere = В этом экземпляре книги не назван адрес для сообщений об ошибках{ $about }. Напишите тому, от кого вы её получили. Или исправьте строку в копии репозитория и соберите книгу заново.

## Corrections, and whose book it is.

corrections-none = Исправлений пока не было.
edition = { $names } закодировали показания, вычислили всё, что из них следует, и ведут книгу. Это версия { $version }.

## What others show of a link to the book.

preview-alt = { $book }: по квадрату на каждую цифру, цвет говорит, что с ней стало
preview-question = Цифр в одной статье: { $number }. Какие могут быть верны вместе?

## The certificate. $file is a link, $kinds what the outputs are.

certificate-manifest = В манифесте { $file } перечислены результаты: { $number }. Из них { $kinds }.
certificate-charts = данные и описания рисунков — { $number }
certificate-computed = вычисленные числа и проверки — { $number }
certificate-data = таблицы данных — { $number }
certificate-output = результат
certificate-against = чем проверен
certificate-digest = SHA-256, первые знаки
certificate-outputs = Результаты
certificate-typed = набрано по источнику
certificate-snapshot = принятое прежде состояние
certificate-worked = вычислено иначе, { $test }
certificate-made = Книга собрана с этими пакетами, на любой версии Python, которую допускает pyproject.toml:
certificate-package = пакет
certificate-version = версия
certificate-packages = Пакеты

## The measurements. $powers and $machine are lists.

bench-what = что
bench-size = размер
bench-ours = у нас
bench-baseline = для сравнения
bench-quotient = у нас ÷ для сравнения
bench-note = примечание
bench-build = Сборка, показ, загрузка
bench-page_weight = Открытие страницы
bench-engine_propagate = Вычислитель: распространение
bench-engine_sample = Вычислитель: выборка
bench-grows = Наше время растёт как такая степень размера (наклон на бумаге с логарифмами по обеим осям, между двумя наибольшими размерами): { $powers }.
bench-machine = Измерено на: { $machine }.
bench-processors = процессоры { $value }
bench-memory = память { $value }
bench-system = система { $value }
bench-Python = Python { $value }

## The book on paper. $address is a link, $data and $code are licences.

pdf-contents = Содержание
pdf-names = Указатель мест и лиц
pdf-address = С живыми рисунками и всеми таблицами книга читается по адресу { $address }
pdf-version = Версия { $version }. Текст и данные — { $data }, код — { $code }.
pdf-article = Статья, к которой составлена книга
pdf-cite = Как сослаться на эту книгу

# Who acts in the article, as the index of names has them.
person-danilovsky = Даниловский
person-kaldybayev = Калдыбаев
person-makulbayev = Макулбаев
person-masanov = Масанов
person-puchkov = Пучков
person-stalin = Сталин
