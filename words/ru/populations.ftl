### Populations.

## Results

result-kazakhs-outside-ili = казахи Синьцзяна в конце 1930-х гг. сверх числа Илийского округа после 1916 г.
result-ili-at-end = казахи Илийского округа, которые остались, с приростом
result-kazakh-share-zaysan-district = казахи среди жителей Зайсанского района, 1939 г.
result-republic-growth = прирост населения республики между переписями 1926 и 1939 гг.
result-settlers-ogpu = осевшие после откочёвки, с приростом, по цифре ОГПУ
result-settlers-republic = осевшие после откочёвки, с приростом, по цифре республики
result-jarkent-growth-1926-1939 = прирост населения Джаркента с 1926 по 1939 г.
result-zaysan-growth-1926-1939 = прирост населения Зайсана с 1926 по 1939 г.

## The account of the Kazakhs of Xinjiang, its running total after each step

bridge-ili = казахи Илийского округа после 1916 г.
bridge-gone = без тех, кто ушёл обратно ещё до откочёвки
bridge-grown = с приростом оставшихся в округе
bridge-arrived = с ушедшими в Синьцзян в 1930–1933 гг.
bridge-returned = без вернувшихся
bridge-lost = без погибших и ушедших дальше
bridge-explained = с приростом оставшихся эмигрантов

## Checks

balance = Сходится ли счёт казахов Синьцзяна с числом хозяйств, которое { $whose ->
        [ogpu] дало ОГПУ
       *[republic] дала республика
    }?
    .finding = По цифре { $whose ->
        [ogpu] ОГПУ
       *[republic] республики
    } на остальные округа { $enough ->
        [yes] остаётся
       *[no] приходится меньше нуля:
    } { $rest }.
    .condition = { $short ->
        [yes] потеряно не меньше чем { $lost } пришедших, или пришло не больше чем { $fitting }, или в илийской цифре сосчитаны люди, уже ушедшие домой
       *[no] пришло не больше чем { $fitting }
    }
    .line-rest = остаток на все прочие округа в конце
    .line-fitting = наибольшее число хозяйств, для которого в конце есть место, при наиболее вероятных слагаемых
    .line-lost = потери, при которых на прочие округа не осталось бы никого
    .becomes-migration-households-western-china = { $settled } среди казахов Синьцзяна конца 1930-х гг., при наиболее вероятных слагаемых
    .warning-migration-households-western-china = Баланс с допущениями; остальные округа неизвестны, а не пусты.
    .becomes-migration-households-china-mongolia = { $settled } среди казахов Синьцзяна конца 1930-х гг., при наиболее вероятных слагаемых
    .warning-migration-households-china-mongolia = Баланс с допущениями; остальные округа неизвестны, а не пусты.
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $ili } из Илийского округа и { $settled } из откочевавших, по цифре { $whose ->
        [ogpu] ОГПУ
       *[republic] республики
    }
    .warning-populations-xinjiang-kazakhs-late-1930s = Названы три округа, а число напечатано для одного.
    .settles = Подсчёт казахов Тарбагатайского и Алтайского округов до 1930 г.; { $note-fn40 }.

emigrants-against-residents = Могли ли в Синьцзяне жить и казахи Илийского округа, и все, кого насчитала комиссия?
    .finding = Вместе это { $together }, а во всей провинции — { $populations-xinjiang-kazakhs-late-1930s }: превышение — { $excess }.
    .condition = к концу 1930-х гг. умерли или ушли { $lost } из них
    .line-stayed = эмигранты без вернувшихся
    .line-together = эмигранты без вернувшихся и казахи Илийского округа, без прироста и потерь
    .line-excess = сверх числа всей провинции
    .line-lost = часть обеих групп, которая должна была умереть или уйти
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $populations-xinjiang-kazakhs-late-1930s }
    .warning-populations-xinjiang-kazakhs-late-1930s = Рядом с эмигрантами комиссии — только вместе с этим превышением.
    .settles = { $note-fn40 }: как получено число.

ili-in-province = Умещаются ли казахи Илийского округа в число казахов провинции?
    .finding = Сверх илийской цифры остаётся { $rest }. Между двумя цифрами много лет, и за остатком не стоит ничей подсчёт.
    .condition = в округе их было меньше
    .line-share = илийская цифра как доля провинции
    .reading-all = все казахи округа
    .because-all = { $rest } в других местах
    .reading-refugees = только пришедшие после 1916 г.
    .because-refugees = тогда прежние жители округа — среди остальных
    .becomes-populations-ili-kazakhs-after-1916 = { $populations-ili-kazakhs-after-1916 }
    .warning-populations-ili-kazakhs-after-1916 = Столько их стало после 1916 г.; жители и беженцы не различены.
    .settles = { $note-fn38a }; { $note-fn38b }

ili-gone-home = Можно ли сказать, что казахи Илийского округа — это те, кто в 1917 г. вернулся домой?
    .finding = Во внешнем тексте вернувшихся домой в 1917 г. — { $xinjiang-returned-1917 }: столько же, сколько в Илийском округе ({ $populations-ili-kazakhs-after-1916 }). Что это одни и те же люди, там не сказано.
    .condition = { $holding }
    .line-share = доля бежавших, которая вернулась домой в 1917 г.
    .line-rest = остаток илийской цифры, если в неё вошли все вернувшиеся домой
    .reading-refugees = илийская цифра — о беженцах 1916 г.
    .because-refugees = тогда это могут быть те, кто вернулся домой, и в 1930 г. никого из них там уже не было
    .reading-residents = илийская цифра — о жителях или подсчитана после возвращения
    .because-residents = тогда домой вернулись другие
    .becomes-populations-ili-kazakhs-after-1916 = { $populations-ili-kazakhs-after-1916 }
    .warning-populations-ili-kazakhs-after-1916 = Столько же, как пишут, вернулось домой в 1917 г.; год не напечатан.
    .settles = { $note-fn38a }; { $note-fn38b }

province-outside = Подтверждает ли число казахов Синьцзяна другая цифра?
    .finding = В другой работе для 1940 и 1941 гг. — { $xinjiang-kazakhs-1940-1941 }, в статье — { $populations-xinjiang-kazakhs-late-1930s }.
    .condition = слово «около» захватывает больше, чем допущено
    .line-difference = цифра статьи минус цифра 1940 и 1941 гг.
    .becomes-populations-xinjiang-kazakhs-late-1930s = { $populations-xinjiang-kazakhs-late-1930s }
    .warning-populations-xinjiang-kazakhs-late-1930s = Оценка; перепись в Синьцзяне провели позже.
    .settles = Полицейская перепись Синьцзяна начала 1940-х гг.

town-growth = Рос ли { $town ->
        [jarkent] Джаркент
       *[zaysan] Зайсан
    } между переписями так же, как республика?
    .finding = Прирост { $town ->
        [jarkent] Джаркента
       *[zaysan] Зайсана
    } — { $limits }, республики — { $republic }: { $alike ->
        [yes] в пределах округления одинаково, хотя город республике не мера.
       *[no] город республике не мера.
    }
    .line-limits = то же, если обе цифры округлены до сотни
    .line-yearly = то же в пересчёте на год
    .becomes-populations-jarkent-1939 = прирост с 1926 г. — { $grown }
    .warning-populations-jarkent-1939 = Сноски нет; округлено до сотни.
    .becomes-populations-zaysan-1939 = прирост с 1926 г. — { $grown }
    .warning-populations-zaysan-1939 = Сноски нет; округлено до сотни.
    .settles = Изданные тома переписей 1926 и 1939 гг.

town-in-district = Можно ли сказать, входит ли город Зайсан в число жителей своего района?
    .finding = Если да, то его доля в районе — { $share }; если нет, то вместе — { $together }.
    .condition = { $holding }
    .line-share = доля города в районе, если он туда входит
    .line-rest = сельские жители района, если так
    .line-together = город и район, если они сосчитаны отдельно
    .reading-inside = город входит в число жителей района
    .because-inside = { $share }
    .reading-apart = город сосчитан отдельно
    .because-apart = { $together }
    .becomes-populations-zaysan-district-1939 = { $populations-zaysan-district-1939 }
    .warning-populations-zaysan-district-1939 = Входит ли сюда город, не сказано; складывать их нельзя.
    .settles = { $note-fn32 }

kazakh-majority = Были ли казахи большинством в Зайсанском районе в 1939 г.?
    .finding = По напечатанному — { $share }; если учесть округление меньшего числа — { $limits }.
    .condition = их было больше { END($half, end: "high") } или жителей района — заметно меньше { END($populations-zaysan-district-1939, end: "high") }
    .line-limits = то же, если казахи округлены до тысячи
    .line-half = число казахов, которое заведомо составляет большинство
    .becomes-populations-zaysan-district-kazakhs-1939 = { $share }
    .warning-populations-zaysan-district-kazakhs-1939 = Около половины: по какую сторону, решает округление.
    .settles = { $note-fn32 }

one-date-only = Можно ли сказать, росли ли Лепсинск и Бахты?
    .finding = С числом жителей — { $told }; для Лепсинска — лишь за один год, и переписи в том году не было.
    .line-told = из крупнейших населённых пунктов, с напечатанным числом жителей
    .becomes-populations-lepsinsk-1924 = { $populations-lepsinsk-1924 }
    .warning-populations-lepsinsk-1924 = За 1924 г., без переписи; второй даты и сноски нет.
    .settles = Изданные тома переписей 1926 и 1939 гг.

three-russian-groups = Правда ли, что число русских в Синьцзяне выросло, а потом упало?
    .finding = Три цифры считают переселенцев-земледельцев, солдат с беженцами и жителей; линия через них выдумала бы ушедших: { $went }.
    .line-came = на сколько больше в 1920–1921 гг., чем до войны, если группа одна
    .line-went = на сколько меньше в конце, если группа одна
    .becomes-populations-russian-migrants-1914 = { $populations-russian-migrants-1914 }
    .warning-populations-russian-migrants-1914 = Только переселенцы-земледельцы.
    .becomes-populations-russians-1920 = { $populations-russians-1920 }
    .warning-populations-russians-1920 = Солдаты и беженцы, а не жители.
    .becomes-populations-xinjiang-russians-late-1930s = { $populations-xinjiang-russians-late-1930s }
    .warning-populations-xinjiang-russians-late-1930s = Жители; в один ряд с двумя другими цифрами не ставить.
    .settles = { $note-fn37 }; { $note-fn39 }; { $note-fn41 }

settlers-per-village = Говорят ли цифры, как велики были русские посёлки Алтайского округа?
    .finding = { $mean } на посёлок вышло бы, только если бы все переселенцы провинции жили в этих посёлках одного округа.
    .line-mean = переселенцы на один посёлок, если бы все они жили там
    .becomes-administration-russian-settlements-altay = { $administration-russian-settlements-altay }
    .warning-administration-russian-settlements-altay = Год не напечатан; цитируемая работа — о 1917 годе.
    .settles = { $note-fn35 }; { $note-fn37 }
