### The flight of 1930–1933.

## Results

result-persons-per-household = человек на хозяйство, как выходит из итогов 1930–1933 гг.
result-people-in-households = ушедшие хозяйства, в людях
result-people-to-china = нижний предел для Западного Китая, в людях
result-people-to-china-and-mongolia = цифра для Китая и Монголии, в людях
result-china-mongolia-to-china = во сколько раз цифра для Китая и Монголии больше цифры для Западного Китая
result-china-share-of-households = доля Западного Китая среди всех ушедших хозяйств
result-china-mongolia-share-of-households = доля Китая и Монголии среди всех ушедших хозяйств
result-zaysan-nights = группы, подобные группе февраля 1931 г., из которых сложились бы хозяйства, ушедшие в Западный Китай
result-commission-household-size = человек на хозяйство во внешнем пересказе данных комиссии

## Checks

households-in-people = Могли ли { $migration-people-1930-1933 } составить { $migration-households-1930-1933 }?
    .finding = Если верны обе цифры, выходит { $implied }, а в то время бывало { $household-size }.
    .condition = людей ушло не меньше { END($needed, end: "low", way: "in") } или хозяйств было не больше { END($filled, end: "high", way: "in") }
    .line-needed = люди в таком числе хозяйств
    .line-filled = хозяйства, на которые хватило бы людей
    .line-as-households = люди, если и более крупная цифра считает хозяйства
    .line-as-people = хозяйства, если меньшая цифра считает людей
    .reading-printed = хозяйства входят в число людей, как напечатано
    .because-printed = { $implied }, а бывало { $household-size }
    .reading-both-households = обе цифры считают хозяйства
    .because-both-households = тогда ушло { $as-households }, и всякая сумма в людях примерно в { END($household-size, end: "best", digits: 1) } раза больше; во внешнем тексте, который источников не называет, для всех ушедших стоит { $elsewhere }
    .reading-both-people = обе цифры считают людей
    .because-both-people = тогда это { $as-people }, а в одни Китай и Монголию ушло { $wider }
    .reading-a-part = люди сосчитаны верно, но хозяйствами ушла только часть
    .because-a-part = тогда это { $filled }, а не { $migration-households-1930-1933 }
    .becomes-migration-people-1930-1933 = { $needed }, если верна цифра хозяйств
    .warning-migration-people-1930-1933 = В той же фразе стоит { $migration-households-1930-1933 }: одно без другого не приводить.
    .becomes-migration-households-1930-1933 = { $filled }, если верна цифра людей
    .warning-migration-households-1930-1933 = В той же фразе стоит { $migration-people-1930-1933 }: одно без другого не приводить.
    .settles = Доклад ОГПУ ранней весны 1934 г.: { $note-fn48 }; что стоит в нём в обоих местах, люди или хозяйства.

enough-kazakhs = Хватает ли казахов республики на любой из двух итогов откочёвки?
    .finding = Если считать по людям, ушло { $small } казахов республики, если по хозяйствам — { $large }.
    .condition = казахов было больше, чем сосчитала перепись
    .line-small = доля ушедших среди казахов 1926 г., по людям
    .line-large = то же, по хозяйствам
    .settles = Цифры хозяйств республики за каждый год с 1929 по 1934.

two-household-figures = Сходятся ли цифры ОГПУ и республики об откочёвке в Китай?
    .finding = Цифра ОГПУ, { $migration-households-western-china }, — нижний предел для Западного Китая; цифра республики, { $migration-households-china-mongolia }, относится к Китаю и Монголии.
    .condition = более узкая цифра была не больше { END($migration-households-china-mongolia, end: "high") }
    .line-gap = разница двух цифр, в хозяйствах
    .reading-floor = это нижний предел и итог для более широкой местности
    .because-floor = верны могут быть обе цифры
    .reading-one-flow = это две оценки одного потока
    .because-one-flow = они расходятся на { END($gap, end: "high") } хозяйств
    .becomes-migration-households-western-china = { $low }
    .warning-migration-households-western-china = Нижний предел, который ОГПУ даёт для одного Западного Китая. Рядом с цифрой республики как соперницу не ставить.
    .becomes-migration-households-china-mongolia = { $high }
    .warning-migration-households-china-mongolia = Китай и Монголия вместе, по данным республики; годы не напечатаны.
    .settles = Бумага властей республики: { $note-fn49 }; разделена ли цифра там.

mongolia-fills-gap = Может ли Монголия объяснить разницу двух цифр хозяйств?
    .finding = И в 1938 г. у казахов всей Монголии было { $mongolia-households-1938 }; этим можно объяснить самое большее { $share } широкой цифры.
    .condition = нижний предел ОГПУ намного занижен: в Китай ушло не меньше { END($left, end: "low", way: "in") } хозяйств, в { $multiple } больше этого предела
    .line-gap = хозяйства, которые приняла Монголия, если верна широкая цифра
    .line-grown = прирост казахских хозяйств Монголии с 1923 по 1938 г.
    .line-share = доля Монголии, самое большее
    .line-left = хозяйства, которые остаются Китаю, если вычесть все монгольские хозяйства 1938 г.
    .line-multiple = отношение этого числа к нижнему пределу ОГПУ
    .becomes-migration-households-china-mongolia = { $left } для одного Китая
    .warning-migration-households-china-mongolia = В Монголию из них могло уйти не больше { END($mongolia-households-1938, end: "high") }.
    .settles = { $note-fn49 }; переписи Монгольской Народной Республики.

republic-figure-outside = Относит ли другой текст цифру республики к тем же странам?
    .finding = В книге, вышедшей позднее, пересказана прежняя работа одного из авторов статьи: для одного Китая { $china-households-commission } и { $china-people-commission }, то есть { $implied }.
    .condition = монгольских хозяйств было слишком мало, чтобы изменить число, округлённое до тысячи
    .line-difference = разница двух цифр хозяйств
    .reading-size = размер хозяйства в этом пересказе лежит в пределах допущения
    .because-size = { $implied }, а по допущению { $household-size }
    .becomes-migration-households-china-mongolia = { $china-people-commission }
    .warning-migration-households-china-mongolia = По более поздней книге, прежняя работа одного из авторов относит эту цифру к одному Китаю.
    .settles = Бумага комиссии по возвращению: { $note-fn49 }.

early-estimate = Согласуется ли первая опубликованная оценка в людях с цифрами хозяйств?
    .finding = Оценка такова: { $emigration-losses-1980s }; при нижнем пределе ОГПУ это { $with-ogpu }, при цифре республики — { $with-republic }.
    .condition = взять { $holding }
    .line-with-ogpu = размер хозяйства, если делить оценку на хозяйства ОГПУ
    .line-with-republic = то же, если делить на хозяйства республики
    .reading-ogpu = хозяйства ОГПУ
    .because-ogpu = { $with-ogpu }, а бывало { $household-size }
    .reading-republic = хозяйства республики
    .because-republic = { $with-republic }, а бывало { $household-size }
    .settles = Из чего выведена оценка 1980-х гг.; возможно, она опирается на тот же нижний предел.

china-within-people = Укладывается ли откочёвка в Китай в общий итог, если считать людей?
    .finding = Нижний предел ОГПУ — { $low }; на цифру республики приходится { $share } общего итога ({ $migration-people-1930-1933 }), а в него входят и ушедшие в Сибирь, на Волгу и в Среднюю Азию.
    .condition = на хозяйство приходилось не больше { END($largest, end: "high", way: "in") } человека или общий итог был намного выше { END($migration-people-1930-1933, end: "best") }
    .line-share = доля Китая и Монголии в общем итоге
    .line-largest = наибольший размер хозяйства, при котором широкая цифра укладывается в напечатанный итог
    .becomes-migration-people-1930-1933 = в том числе в Китай и Монголию — { $share }
    .warning-migration-people-1930-1933 = Итог охватывает все направления.
    .settles = Доклад ОГПУ: { $note-fn48 }; даёт ли он направления в людях.

china-within-households = Укладывается ли откочёвка в Китай в общий итог, если считать хозяйства?
    .finding = В Западный Китай ушло { $low } всех хозяйств, в Китай и Монголию — { $high }.
    .condition = части были меньше или целое больше
    .line-rest = хозяйства для всех прочих направлений, если взять широкую цифру
    .becomes-migration-households-western-china = { $low } всех хозяйств
    .warning-migration-households-western-china = Доля итога, который спорит с числом людей в той же фразе.
    .settles = То же дело, что и для самого итога.

first-years = Подтверждают ли подсчёты первых лет нижний предел ОГПУ?
    .finding = За 1929 г. сосчитано { $year } ({ $size }), за 1929–1931 гг. — { $three }. На остальные годы от нижнего предела остаётся { $late }.
    .condition = { $holding }
    .line-size = человек на хозяйство среди ушедших в 1929 г.
    .line-early = хозяйства 1930 и 1931 гг., если в подсчёт за три года входит и 1929 г.
    .line-share = доля нижнего предела
    .line-late = остаток нижнего предела на 1932 и 1933 гг. и на районы, где не считали
    .reading-late = в 1932 и 1933 гг. ушло большинство
    .because-late = { $late }
    .reading-part = погранохрана сосчитала только часть ушедших
    .because-part = тогда о нижнем пределе подсчёты ничего не говорят; в 1928 г. из одного только округа ушло { $before }
    .becomes-migration-households-western-china = { $migration-households-western-china }
    .warning-migration-households-western-china = За 1930 и 1931 гг. сосчитано { $early }.
    .settles = Годовые отчёты ОГПУ о перешедших границу: { $note-fn48 }.

returned-of-whom = Можно ли сказать, сколько вернулось?
    .finding = Напечатан только верхний предел, и не сказано, от кого считать: по нижнему пределу ОГПУ вернулось { $ogpu }, по цифре республики — { $republic }.
    .line-ogpu = вернувшиеся из ушедших в Западный Китай, если ушло не больше нижнего предела ОГПУ
    .line-republic = вернувшиеся из ушедших в Китай и Монголию, по цифре республики
    .line-all = вернувшиеся из всех, кто покинул республику, в людях
    .reading-ogpu = { $migration-return-share } ушедших в Западный Китай, по нижнему пределу ОГПУ
    .because-ogpu = { $ogpu }
    .reading-republic = { $migration-return-share } ушедших в Китай и Монголию, по цифре республики
    .because-republic = { $republic }
    .reading-all = { $migration-return-share } всех, кто покинул республику, в людях
    .because-all = { $all }
    .becomes-migration-return-share = { $ogpu } или { $republic }
    .warning-migration-return-share = Верхний предел доли, а от какого числа её считать, не сказано; годы не напечатаны.
    .settles = Списки комиссии по возвращению.

farms-and-flight = Принадлежали ли конфискованные байские хозяйства тем, кто ушёл?
    .finding = Это другие люди и другое время: байские хозяйства взяты за 1928 г., ушедшие — за 1930–1933 гг.; частное — { $share }.
    .line-share = байские хозяйства на сто хозяйств, ушедших позднее
    .becomes-migration-bai-farms-1928 = одна кампания 1928 г.
    .warning-migration-bai-farms-1928 = Цифра кампании по всей республике; конфисковано, выселено или то и другое, о каждом хозяйстве не сказано.
    .settles = Отчёты о конфискации 1928 г.

zaysan-group = Можно ли поставить группу февраля 1931 г. рядом с задержаниями за год?
    .finding = В группе было { $people }; все задержанные 1930 г. на пути из СССР — это { $groups } такого размера. Одна цифра считает хозяйства, другая — людей.
    .line-people = люди в группе
    .line-groups = такие группы в числе задержанных 1930 г.
    .becomes-migration-households-zaysan-1931 = { $people }
    .warning-migration-households-zaysan-1931 = Хозяйства, а не люди; одна группа 1931 г.
    .settles = { $note-fn50 }

same-leaf = Могут ли на одном листе стоять и переход 1927 г., и переход 1931 г.?
    .finding = Обе сноски ведут к одному листу, а между переходами { $years }.
    .condition = { $holding }
    .line-years = годы между двумя переходами
    .reading-several = лист подводит итог нескольких лет
    .because-several = тогда верны могут быть обе сноски
    .reading-one-date = лист — донесение одного дня
    .because-one-date = тогда в одной из двух сносок ошибка: { $shelf-fn50 }
    .settles = { $shelf-fn50 }

zaysan-night = Можно ли сказать, в намеченную ли ночь задержали хозяйства?
    .finding = План называет ночь, от неё до сводки { $later }; день задержания не напечатан.
    .condition = сводка написана после этой ночи
    .line-later = дни от намеченной ночи до сводки
    .reading-planned = в намеченную ночь
    .because-planned = на неё готовили засаду
    .reading-later = позже, до сводки
    .because-later = на это есть { $later }
    .settles = { $note-fn50 }
