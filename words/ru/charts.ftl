### Charts. Each message is the title of a chart; .alt says what it shows to whoever cannot see it,
### .axis is the title of its quantity axis. $rows are its rows in words, one after another.

## The words of a row. $what is a claim, step or kind, $figure its number in words, $when a date.

chart-row = { $what }: { $figure }
chart-when-what = { $when }, { $what }
chart-what-when = { $what }, { $when }
chart-quoted = «{ $printed }»
chart-as-printed = как напечатано
chart-year = год

## How to read the book

chart-hedges = Оговорка закрывает у цифры один край, оба или ни одного
    .axis = человек
    .alt = Шесть цифр из статьи, по строке на каждую. Точная цифра — сплошная полоса. Диапазон и «около» закрашены до нижнего края, дальше, до верхнего, полоса бледная. «Почти» — бледная полоса со стрелкой влево; «более» — сплошная, за ней бледная со стрелкой вправо. Спорная цифра — полая полоса. { $rows }.

# $exact of the $all claims have no hedge.
chart-hedges-by-kind = Показания без всякой оговорки: { $exact } из { $all }
    .axis = показаний
    .alt = Полосы: сколько показаний с каждой оговоркой. { $rows }.

chart-hedge-exact = точно
chart-hedge-counted = подсчитано нами
chart-hedge-range = диапазон
chart-hedge-about = около
chart-hedge-nearly = почти
chart-hedge-over = более
chart-hedge-no-less-than = не менее
chart-hedge-at-most = не более

## The border zone

# $least and $deepest are depths, $disputed is a claim. .row is a zone.
chart-zone-depths = Зоны от акта к акту: глубиной от { $least } м до { $deepest } км
    .axis = километров от границы вглубь страны
    .alt = Глубина каждой пограничной зоны и полосы: столбец от границы вглубь страны, акт за актом. { $rows }. Единица, в которой даны полосы ({ $disputed }), под вопросом. Зона западной границы стоит отдельно, в конце.
    .row = { $year }: { $depth }, { $zone }
    .no-year = без года
    .west = запад
chart-purpose-entry = въезд, проживание, работа
chart-purpose-trade = торговля и досмотр
chart-purpose-gold = золото
chart-purpose-passports = паспорта

# $longest is a term.
chart-penalty-terms = В статье нет ни одного срока больше { Q($longest, case: "gen") }
    .axis = месяцев
    .alt = Сроки в месяцах, по строке на каждый, по порядку времени: { $rows }. Предел сверху — бледная полоса со стрелкой влево.

## Populations

# $first and $last are years.
chart-towns = С { $first } по { $last } год два пограничных города почти не выросли
    .axis = жителей
    .alt = Жители трёх городов по годам. { $rows }. У Джаркента и Зайсана по две точки; их соединяет почти ровная линия.
    .row = { $town }, { $year }: { $people }
    .point = { $town } { $people }
chart-groups-in-xinjiang = Пять цифр для Синьцзяна — пять разных групп
    .axis = человек
    .alt = Цифры для групп населения Синьцзяна, по строке на каждую: { $rows }. Линии между ними нет: группы разные.

## The garrison

# $fewest and $most are outposts with their number, $each the border for one outpost.
chart-km-per-outpost = Граница Бахтинского участка: сначала { $fewest }, под конец { $most }
    .axis = километров границы
    .alt = Граница Бахтинского участка: для каждого года линия, разделённая на столько равных отрезков, сколько было застав. { $rows }. Где именно стояли заставы, неизвестно.
    .row = { $year }: { $each }, то есть { $formula }
    .line = { $year }: { $outposts }, { $each }

# $first and $last are numbers.
chart-personnel-per-km = Пограничников на километр: было { $first }, стало { $last }
    .axis = пограничников на километр
    .alt = Пограничники на километр Казахского пограничного округа. { $rows }. У первой цифры есть предел сверху и нет предела снизу; докуда доходит вторая — допущение.

## The flight

# $field is a number of people. .row is a total as it is printed, .reckoned one that is reckoned.
chart-flight = Соперничающие итоги откочёвки; один квадрат — { $field } человек
    .alt = Итоги в людях, выложенные квадратами одного размера: сплошные — то, за что слова ручаются, бледные — то, что они допускают. { $rows }.
    .row = { $total }: { $figure }
    .reckoned = { $total }: { $formula } = { $figure }

## Detentions

chart-detentions-1930 = Чаще задерживали на выходе; об одной цифре неясно, убитые это или задержанные
    .axis = человек, 1930 г.
    .alt = Число людей в 1930 г., по строке на каждую цифру: { $rows }. Нарушители — полая полоса: предложение можно прочесть двояко.

# $least and $most are numbers.
chart-armed-groups = В одной группе на одном месте было от { $least } до примерно { $most } человек
    .axis = человек
    .alt = Численность вооружённых групп, по строке на каждую, по порядку времени: { $rows }.

## Smuggling and trade

chart-distances = Только два ареста привязаны к самой границе
    .axis = километров
    .alt = Расстояния в километрах, полосами: { $rows }.
chart-trade-rules = Как далеко вглубь страны заходили правила торговли
    .axis = километров от границы
    .alt = Глубина зон, по строке на каждую, по порядку времени: { $rows }.

## Discrepancies

# $largest is a kind with its number.
chart-discrepancies-by-kind = Чаще всего встречается вид «{ $largest }»
    .axis = сомнительных мест
    .alt = Полосы: сколько сомнительных мест каждого вида. { $rows }.

## Households

# $most and $fewest are numbers, $printed is the size that the totals leave, $low and $high are the
# range taken. .graded is a count from outside the article.
chart-household-sizes = По напечатанным итогам в хозяйстве { $most } человека; ни один подсчёт на рисунке не даёт меньше { $fewest }
    .axis = человек на хозяйство; полоса — принятые пределы
    .alt = Человек на хозяйство, по строке на каждый подсчёт. Напечатанные итоги: { $printed }, полоса полая, потому что это спорно. Подсчёты не из статьи, каждый со степенью надёжности: { $rows }. Вертикальная полоса отмечает пределы от { $low } до { $high }; напечатанные итоги лежат далеко слева от неё.
    .printed = напечатанные итоги 1930–1933 гг.
    .graded = { $count } ({ $grade })
chart-household-aktobe-people-1926 = Актюбинская губерния, 1926 г.
chart-household-batbakkara-people-1930 = Батбаккаринский район, 1930 г.
chart-household-china-people-1929 = ушли в Китай в 1929 г., по данным ОГПУ
chart-household-alma-ata-people-1932 = ушли из Алма-Атинской области, 1932 г.
chart-household-alma-ata-people-commission = ушли из Алма-Атинской области в Китай, комиссия
chart-household-mongolia-people-1923 = казахи Монголии, 1923 г.
chart-household-mongolia-people-1938 = казахи Монголии, 1938 г.
chart-household-kyrgyz-family-1912-1913 = киргизские семьи, до 1916 г.

## The account of the Kazakhs of Xinjiang

# $explained is what it comes to, $printed the number of the article.
chart-account = Счёт даёт { $explained }; напечатано — { $printed }
    .more = Счёт даёт { $explained } — больше, чем напечатано ({ $printed })
    .axis = казахи Синьцзяна, нарастающим итогом
    .alt = Счёт ступенями, с итогом после каждого шага: { $rows }. Полоса через все строки отмечает напечатанное число.
    .printed = напечатано для конца 1930-х гг.

# $first is an assumption, $centre a number. .range is an assumption with the ends of its range,
# .row the same with what the account is then, $total.
chart-sensitivity = Сильнее всего счёт сдвигает { $first }
    .axis = казахов Синьцзяна по счёту, не менее
    .alt = Полосы вокруг наименьшего числа, которое даёт счёт при самых вероятных допущениях: { $centre } человек. Каждая показывает, насколько его сдвигает одно допущение в своих пределах: { $rows }. Вертикальная полоса отмечает напечатанное число.
    .range = { $assumption }: { $low } … { $high }
    .row = { $range }, { $total }

## Time

# $number acts and events of $all begin in the year $busiest. .kind is one kind and its number.
chart-timeline = Больше всего актов и событий начинается в { $busiest } году: { $number } из { $all }
    .alt = Акты и события с { $first } по { $last } год, по видам. Кружок — день или месяц; полоса — более долгий срок или дата, известная с точностью до года; треугольник — дата, у которой известен только один край. По видам: { $rows }.
    .kind = { $kind }, { $number }
    .row = { $kind } { $number }
    .choose = Показать события:{" "}

chart-waves = Бегство, возвращение и выселение сменяли друг друга
    .alt = Волны как полосы во времени. { $rows }.
    .bar = { $when }: { $event }
    .row = { $when }: { $event } ({ $way })
chart-way-into = в Синьцзян
chart-way-home = домой из Синьцзяна
chart-way-driven = изгнаны из дома или хозяйства

## The map. $depths are those of the zones, $rows places with their distances.

# $inside of $all places lie in the zone of $depth.
chart-map-section = Места на карте, лежащие в зоне { $depth } км: { $inside } из { $all }
    .alt = Карта границы от Хан-Тенгри на юго-западе до Алтая на северо-востоке; на советской стороне в масштабе показаны пояса { $depths }. Расстояния до нынешней границы: { $rows }.
# $where says whether the place lies in the zone.
chart-map-detail = { $place }: до нынешней границы { $distance }; { $where ->
        [inside] это внутри зоны { $depth } км
        [outside] это вне зоны { $depth } км
       *[untold] внутри ли это зоны { $depth } км, карта не скажет
    }
    .alt = Карта с зонами { $depths } в масштабе. Расстояния до нынешней границы: { $rows }.
    .label = { $place }, { $distance }
chart-map-incidents = Происшествия, место которых можно найти на карте: лишь { $found } из { $all }
    .alt = Карта участка с происшествиями, место которых известно. { $rows }.
    .label = { $place } { $year }
    .row = { $year }, { $place }: { $incident }
    .choose = Показать происшествия:{" "}
    .every = все годы
chart-map-place = { $place } { $distance } ({ $certainty })
chart-map-distance = { $low }–{ $high } км
chart-map-km = { $km } км
chart-map-depths = { $narrow }, { $middle } и { $wide } км

chart-sign-detachment = погранотряд
chart-sign-commandants-office = комендатура
chart-sign-customs-post = таможенный пост
chart-sign-outpost = застава
chart-sign-listed-1927 = в списке 1927 г.
chart-sign-other = другое место

chart-position-certain = положение достоверно
chart-position-uncertain = положение ненадёжно

chart-line-border = граница с Китаем (ныне)
chart-line-other = другая граница (ныне)
chart-line-zone = край зоны и её глубина
chart-line-water = река, озеро
chart-line-doubt = предел сомнения

chart-word-kazakhstan = КАЗАХСТАН
chart-word-xinjiang = КИТАЙ (СИНЬЦЗЯН)
chart-word-china = КИТАЙ
chart-word-kyrgyzstan = КЫРГЫЗСТАН
chart-word-mongolia = МОНГОЛИЯ
chart-word-alakol = Алаколь
chart-word-balkhash = Балхаш
chart-word-zaysan = оз. Зайсан
chart-word-irtysh = Иртыш

## Columns of the tables under the charts

heading-assumption = допущение
heading-claim = показание
heading-count = сколько
heading-depth_m = глубина, м
heading-disputed = спорно
heading-distance = расстояние
heading-distance_to_border = до границы
heading-event = событие
heading-in_km = в зоне { $depth } км
heading-incident = происшествие
heading-index = №
heading-label = что
heading-lower = не меньше
heading-people = человек
heading-printed = как напечатано
heading-purpose = для чего
heading-reckoned_as = как сочтено
heading-side = сторона
heading-sign = что здесь было
heading-spread = размах
heading-step = шаг
heading-text = цифра
heading-total = итог
heading-town = город
heading-upper = не больше
heading-way = движение
heading-when = когда
heading-where = где
heading-year = год
heading-zone = зона
