### Detentions, arrests, gangs, escorts and single reports.

## Results

result-detained-both-ways-1930 = задержанные в обе стороны, 1930 г.
result-detained-with-violators-1930 = задержанные в 1930 г., если нарушителей задержали, а не убили
result-killed-1930 = убитые в 1930 г., если нарушители убиты
result-detained-as-read-1930 = задержанные на границе, 1930 г.
result-killed-as-read-1930 = убитые на границе, 1930 г.
result-outward-per-inward-1930 = задержанные на пути из СССР на одного задержанного на пути в СССР, 1930 г.
result-violators-per-guard-1930 = убитые нарушители на одного убитого пограничника, 1930 г., если убиты и те и другие
result-gang-mean-1927 = средний размер банды, 1927 г.
result-helpers-per-escort-1927 = во сколько раз помогавших переходу у Уш-Булака больше, чем вооружённых в прикрытии
result-sarkand-total-1927 = люди в первом донесении августа 1927 г.
result-opium-rest-1927 = скрывшиеся, по второму донесению августа 1927 г.

## Checks

killed-or-detained = Можно ли сказать, убиты были нарушители границы 1930 г. или задержаны?
    .finding = Фразу можно прочесть двояко: погибло { $dead } или задержано { $held }.
    .condition = { $holding }
    .line-share = нарушители на сто задержанных в обе стороны
    .reading-killed = они убиты, как велит пунктуация
    .because-killed = погибло { $dead }, нарушителей и пограничников среди них — { $ratio }
    .reading-detained = они задержаны, как и названные перед ними
    .because-detained = задержано { $held }, погибло { $detentions-guards-killed-1930 }
    .becomes-detentions-violators-1930 = погибло, вместе с пограничниками, { Q($dead, unit: "no") } или задержано { Q($held, unit: "no") }
    .warning-detentions-violators-1930 = По пунктуации убиты; можно прочесть и так, что задержаны.
    .settles = { $note-fn47 }

report-before-year = Могут ли итоги 1930 г. опираться на сноску к докладу февраля 1930 г.?
    .finding = В день доклада от года прошло { $passed }, то есть { $share }.
    .condition = { $holding }
    .line-passed = дни года, прошедшие ко дню доклада
    .formula-passed = с 1 января по { $date-1930-02-28-border-report }
    .line-share = доля года
    .line-yearly = задержанные на пути из СССР за год, если цифры бумаги относятся к этим дням
    .line-leaves = листы в сноске
    .reading-itself = итоги взяты из самого доклада
    .because-itself = он помечен { $date-1930-02-28-border-report }
    .reading-later = итоги взяты из более поздней бумаги на тех же листах
    .because-later = сноска называет { $leaves }
    .reading-first-weeks = итоги относятся только к первым неделям года
    .because-first-weeks = тогда за год на пути из СССР задержали бы { $yearly }; а во фразе сказано о годе
    .becomes-detentions-outward-1930 = { $detentions-outward-1930 }
    .warning-detentions-outward-1930 = Годовой итог рядом с докладом, помеченным февралём того же года; из какой бумаги он взят, неизвестно.
    .settles = { $note-fn47 }

outward-against-inward = Больше ли людей задержали на пути из СССР, чем на пути в СССР?
    .finding = Это { $ratio }: из СССР уходило { $share } задержанных. Но { $detentions-inward-1930 } шло в СССР, и статья почти ничего о них не говорит.
    .condition = напечатанные числа охватывают не всех задержанных
    .line-share = доля задержанных на пути из СССР
    .becomes-detentions-inward-1930 = один на пути в СССР, а на пути из СССР — { Q($ratio, unit: "no") }
    .warning-detentions-inward-1930 = Те, кого остановили, а не те, кто перешёл границу.
    .settles = { $note-fn47 }

detained-and-departed = Видно ли по цифрам, какую часть бежавших поймали?
    .finding = Частное — { $quotient }, но одна цифра считает людей за год, а другая — хозяйства за { $years } года. За 1929 г. внешний текст даёт и то и другое: остановлено { $stopped }, ушло { $passed }.
    .line-gone = люди, ушедшие в Западный Китай за год, в среднем
    .line-quotient = задержанные на сто таких ушедших; долей это не будет
    .line-year = доля остановленных среди всех хозяйств, которые ОГПУ сосчитало за 1929 г.
    .becomes-detentions-outward-1930 = не доля пойманных
    .warning-detentions-outward-1930 = Кого-то могли остановить дважды, а кто-то мог уйти позже; сколько было попыток, не напечатано.
    .settles = Отчёты ОГПУ за следующие годы, подобные отчёту за 1929 г., где рядом с ушедшими сосчитаны остановленные.

foreign-gangs-or-people = Можно ли сказать, чего было девять: иностранных банд или иностранцев?
    .finding = Фраза допускает { $of-gangs } банд или { $of-people } людей.
    .condition = { $holding }
    .line-of-gangs = доля иностранных среди банд
    .line-of-people = доля иностранцев среди людей
    .line-in-them = люди в иностранных бандах, если те были среднего размера
    .reading-gangs = иностранными были банды
    .because-gangs = { $of-gangs } банд, в них { $in-them }
    .reading-people = иностранцами были люди
    .because-people = { $of-people } людей
    .becomes-detentions-gangs-foreign-1927 = { $of-gangs }
    .warning-detentions-gangs-foreign-1927 = Банды это или люди, фраза не говорит.
    .becomes-detentions-gang-members-1927 = { $mean }
    .warning-detentions-gang-members-1927 = Из донесения ОГПУ; «банды» — его слово.
    .settles = { $note-fn45 }

fifty-or-four-hundred = Могут ли быть верны оба числа помогавших переходу у Уш-Булака, { END($detentions-armed-escort-1927) } и { END($detentions-helpers-1927, end: "best") }?
    .finding = Если это часть и целое, на советской стороне с оружием было { $local }; если это два подсчёта одних и тех же людей, отношение между ними — { Q($ratio, unit: "no") }.
    .condition = { $holding }
    .line-armed = вооружённые, раз вооружено большинство помогавших
    .line-local = вооружённые местные жители, без прикрытия
    .reading-part = прикрытие из-за кордона — часть всех помогавших
    .because-part = тогда на советской стороне с оружием было { $local }
    .reading-same = это два подсчёта одних и тех же людей
    .because-same = отношение между ними — { Q($ratio, unit: "no") }
    .becomes-detentions-armed-escort-1927 = часть целого, а целое — { $detentions-helpers-1927 }
    .warning-detentions-armed-escort-1927 = Только группа из-за кордона.
    .becomes-detentions-helpers-1927 = из них с оружием — { $armed }
    .warning-detentions-helpers-1927 = Из другого дела, чем цифра { END($detentions-armed-escort-1927) }.
    .settles = { $note-fn43 }; { $note-fn44 }

four-escaped = Могут ли быть верны оба числа бежавших, четверо и трое?
    .finding = Бросилось бежать { $detentions-sarkand-fled-1927 }, убит { $detentions-sarkand-killed-1927 } и скрылось { $detentions-sarkand-escaped-1927 }, вместе { $total }. В обоих местах стоит слово «escaped».
    .condition = { $detentions-sarkand-fled-1927 } — это не все, кто бросился бежать
    .line-total = убитые и скрывшиеся
    .becomes-detentions-sarkand-fled-1927 = { $detentions-sarkand-escaped-1927 }
    .warning-detentions-sarkand-fled-1927 = Бежали четверо; одного из них застрелили.
    .settles = Донесение, на котором стоит первый из двух рассказов об августе 1927 г.

four-among-twelve = Могут ли быть верны и двенадцать высланных, и четверо бежавших?
    .finding = Всего { $apart }, если четверо не входят в число высланных ({ $detentions-sarkand-detained-1927 }); если входят, выслано только { $within }.
    .condition = { $holding }
    .line-within = высланные, если четверо входят в число двенадцати
    .reading-beyond = четверо сосчитаны сверх двенадцати
    .because-beyond = всего { $apart }
    .reading-among = четверо входят в число двенадцати
    .because-among = тогда выслано { $within }, а не { $detentions-sarkand-detained-1927 }
    .becomes-detentions-sarkand-detained-1927 = всего { $apart }
    .warning-detentions-sarkand-detained-1927 = Четверо названы в донесении отдельно.
    .settles = Донесение, на котором стоит первый из двух рассказов об августе 1927 г.

two-reports-one-event = Могут ли быть верны оба донесения августа 1927 г.?
    .finding = В первом { $first }, во втором { $detentions-opium-found-1927 }; из { $all } чисел одного донесения в другом есть { Q($alike, unit: "no") }, но роли у них иные.
    .condition = { $holding }
    .line-alike = числа одного донесения, которые есть и в другом
    .reading-two = они рассказывают о двух событиях
    .because-two = названы два места
    .reading-one = они рассказывают об одном событии, и по-разному
    .because-one = тогда задержано { $detentions-sarkand-detained-1927 } и скрылось { $detentions-sarkand-escaped-1927 } или наоборот
    .becomes-detentions-sarkand-detained-1927 = { $detentions-sarkand-detained-1927 }, а всех — { $first }
    .warning-detentions-sarkand-detained-1927 = Возможно, то же событие, что и на опийных полях в том же месяце; складывать нельзя.
    .becomes-detentions-opium-detained-1927 = { $detentions-opium-detained-1927 }, а всех — { $detentions-opium-found-1927 }
    .warning-detentions-opium-detained-1927 = Возможно, то же событие, что и задержание 18 августа; складывать нельзя.
    .settles = { $note-fn46 }; { $note-fn62 }

raiders-of-puchkov = Можно ли сказать, что заставу Матвеевка взяли люди Пучкова?
    .finding = Либо нападавшие — это { $share } людей Пучкова, либо они были сами по себе, и тогда вместе тех и других { $together }.
    .condition = { $holding }
    .line-share = доля нападавших среди людей Пучкова
    .line-together = вооружённые, если групп две
    .reading-part = нападавшие были частью его людей
    .because-part = { $share }
    .reading-apart = нападавшие были другой группой
    .because-apart = { $together }
    .becomes-detentions-emigre-group-1932 = { $share } людей Пучкова, если это его люди
    .warning-detentions-emigre-group-1932 = Весна одна и та же; что группа одна, не сказано.
    .settles = { $note-fn51 }

raid-and-arrests = Могли ли в 1933 г. арестовывать за нападение 1932 г.?
    .finding = Между ними { $months }. Что оба рассказа об одном нападении, видно только по названию заставы.
    .condition = нападение было раньше
    .line-months = месяцы от нападения до арестов за него
    .settles = { $note-fn51 }; { $note-fn52 }

barriers-1932 = Можно ли сказать, сколько заслонов стояло в октябре 1932 г.?
    .finding = Либо { $total }, либо { END($garrison-outposts-barred-1932) }: фраза соединяет перевалы и заставы.
    .condition = { $holding }
    .line-total = заслоны, если перевалы и заставы — разные места
    .reading-six = заслонов было шесть
    .because-six = { $total }
    .reading-three = заслонов было три, и названы они дважды
    .because-three = { $garrison-passes-barred-1932 } и { $garrison-outposts-barred-1932 }
    .settles = { $note-fn53 }

arrests-near-border = Могли ли задержания 1935 г. произойти у села Бахты?
    .finding = До границы { $distances-1935-july-border } и { $distances-1935-december-border }. От самого села до границы, по карте, — { $village }.
    .condition = задерживали дальше от границы, чем стоит село
    .line-apart = разница двух расстояний
    .line-village = расстояние от Бахты до границы, по карте
    .formula-village = ближайшая точка границы, с погрешностями карты и положения
    .becomes-distances-1935-july-border = { $distances-1935-july-border }
    .warning-distances-1935-july-border = Место задержания, а не Бахты.
    .settles = { $note-fn59 }; { $note-fn60 }
