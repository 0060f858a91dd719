### The border zones.

## Results

result-forbidden-village-councils-1940 = сельсоветы, отнесённые в 1940 г. к запретным
result-adjacent-village-councils-1940 = сельсоветы, признанные в 1940 г. частично прилегающими к границе
result-listed-settlements = места, названные в списке пограничных населённых пунктов
result-contraband-zone-km = глубина зоны контрабанды 1922 г. в километрах
result-inner-zone-versts = глубина ближней зоны 1918 г. в вёрстах
result-outer-zone-versts = глубина дальней зоны 1918 г. в вёрстах
result-third-strip-versts = глубина третьей полосы 1923 г. в вёрстах
result-fourth-strip-versts = глубина четвёртой полосы 1923 г. в вёрстах
result-barrier-distance-km = расстояние от села Бахты на юг в километрах

## Checks

metres-or-kilometres = Подтверждают ли другие работы ближнюю полосу шириной { $zones-1925-strip-4m }?
    .finding = В двух внешних работах есть полоса шириной { $border-strip-felshtinsky }, в одной из них — под дороги; это { $part } ширины соседней полосы ({ $zones-1927-economic-ban-500m }).
    .line-factor = отношение глубины зоны к ширине полосы
    .line-part = ширина полосы как доля соседней, более широкой
    .reading-metres = метры, как напечатано
    .because-metres = в двух внешних работах — { $border-strip-felshtinsky }; одна говорит, что землю взяли под пограничные дороги, а рядом — { $zones-1927-economic-ban-500m } пограничных войск
    .reading-kilometres = километры, как в 1918 и 1923 гг.
    .because-kilometres = тогда полоса была бы в { $factor } шире, чем в тех работах
    .becomes-zones-1925-strip-4m = { $border-strip-felshtinsky }
    .warning-zones-1925-strip-4m = Метры, по двум работам; рядом — { $zones-1927-economic-ban-500m }.
    .becomes-zones-1927-economic-ban-4m = { $border-strip-felshtinsky }
    .warning-zones-1927-economic-ban-4m = Застава на ней не уместится; она стоит на более широкой.
    .settles = { $note-fn21 }

four-kilometres = Можно ли сказать, что { $zones-1923-first } под 1923 г. — описка вместо полосы шириной { $strip }?
    .finding = Во внешних работах есть полоса шириной { $border-strip-dullin }. В том, что мы из них видели, зона глубиной { $zones-1923-first } не названа и не отвергнута.
    .condition = это { $holding }
    .line-factor = во сколько раз напечатанная глубина больше ширины полосы
    .reading-own = отдельная зона рядом с полосой
    .because-own = уже под 1918 г. стоит { $old }
    .reading-wrong-unit = полоса шириной { $strip }, названная не в той единице
    .because-wrong-unit = цифра та же; напечатанная глубина больше ширины полосы в { $factor }
    .becomes-zones-1923-first = { $zones-1923-first }
    .warning-zones-1923-first = Ни один позднейший акт не повторяет её в километрах; полоса с той же цифрой — в метрах.
    .settles = Текст инструкции от 28 марта 1923 г.

versts-behind-kilometres = Километры зон — это прежние вёрсты?
    .finding = Если округлить целые вёрсты, выходит { Q($fitting, unit: "no") } из { $all } глубин 1923 г., но достаточно точно, чтобы судить, напечатано только { $telling }.
    .condition = верить лишь глубине, напечатанной точнее ({ $telling }): целые километры почти всегда близки к целым вёрстам
    .line-back-first = ближайшее целое число вёрст, в километрах (напечатано { $zones-1923-first })
    .line-back-second = ближайшее целое число вёрст, в километрах (напечатано { $zones-1923-second })
    .line-back-third = ближайшее целое число вёрст, в километрах (напечатано { $zones-1923-third })
    .line-back-fourth = ближайшее целое число вёрст, в километрах (напечатано { $zones-1923-fourth })
    .becomes-zones-1923-second = { $back-second }, если считать целыми вёрстами
    .warning-zones-1923-second = Напечатаны километры; версту вывели мы.
    .settles = Текст декрета 1918 г. и инструкции 1923 г.

twenty-one-versts = { $zones-1922-contraband-21-versts } 1922 г. и { $zones-1923-fourth } 1923 г. — это одно и то же?
    .finding = { $zones-1922-contraband-21-versts } — это { $reckoned }; под 1923 г. напечатано { $zones-1923-fourth }; разница — { $apart }.
    .condition = глубину округлили грубее
    .line-apart = разница
    .becomes-zones-1922-contraband-21-versts = { $reckoned }
    .warning-zones-1922-contraband-21-versts = Вёрсты, а не километры.
    .settles = Директивы 1922 г.

new-levels-1923 = Были ли четыре уровня 1923 г. дополнительными?
    .finding = Всего их { $all }: новых — { $new }, уже названных под 1918 г. — { $known }.
    .condition = «дополнительные» — это { $added }
    .line-known = глубины 1923 г., которые стоят уже под 1918 г.
    .formula-known = те глубины 1923 г., что составляют { $zones-1918-inner } или { $zones-1918-outer }
    .line-new = новые глубины
    .formula-new = { $added }
    .becomes-zones-1923-first = не новая
    .warning-zones-1923-first = Стоит уже под 1918 г.
    .settles = Текст инструкции от 28 марта 1923 г.

twenty-two-or-fifty = Могла ли пограничная зона 1930-х гг. быть глубиной и { END($zones-passport-other-first) }, и { $zones-passport-other-then }?
    .finding = Две глубины различаются в { $ratio }: сначала, как и в запретной зоне, — { $zones-passport-other-first }, позднее, для паспортов, — { $zones-passport-other-then }. В { $year } г. жителей выселяли из зоны, глубина которой — { $moved }.
    .condition = { $holding }
    .line-ratio = отношение позднейшей глубины к прежней
    .reading-in-turn = прежняя глубина ({ $zones-passport-other-first }) сменилась новой ({ $zones-passport-other-then })
    .because-in-turn = порядок напечатан, год — нет
    .reading-one-depth = зона была одна, с одной глубиной в каждое время, и запретная зона была тогда { $zones-restricted-22 }
    .because-one-depth = зона глубиной { $zones-passport-other-then } могла появиться раньше, чем описана запретная зона ({ $zones-restricted-22 })
    .reading-two-kinds = зон было две, паспортная и запретная
    .because-two-kinds = в положении 1927 г. тоже стоит { $statute }
    .becomes-zones-passport-other-then = { $zones-passport-other-then }
    .warning-zones-passport-other-then = Позже, чем другая глубина той же фразы ({ $zones-passport-other-first }); год не напечатан.
    .becomes-zones-restricted-22 = { $zones-restricted-22 }
    .warning-zones-restricted-22 = Запретная зона; у паспортной глубина была другая.
    .settles = { $note-fn27 }

statute-1927 = Те же ли зоны названы в других изложениях положения 1927 г.?
    .finding = Глубины совпадают, порядок въезда — нет: по статье, разрешение нужно в обеих зонах; по исследованию, зона глубиной { $zones-1927-permit-22 } закрыта лишь в некоторых районах; по газете, в широкой полосе ({ $free }) за пределами ближней ({ $zone-statute-1927-closed }) документа не требовалось.
    .condition = широкая зона статьи — это районы, которые были закрыты, а в остальных дальше { END($zone-felshtinsky-closed, end: "low") } км въезд был свободен
    .line-narrow = узкая зона минус глубина по внешнему тексту
    .line-wide = широкая зона минус глубина по внешнему тексту
    .line-entry = полоса, закрытая по статье, но открытая по исследованию (вне районов, которые оно называет закрытыми)
    .reading-depths = глубины
    .because-depths = в газете — { $zone-statute-1927-narrow } и { $zone-statute-1927-wide }, под тем же числом
    .reading-narrow = въезд по разрешению, узкая зона ({ $zones-1927-permit-7-5 })
    .because-narrow = она закрыта в обоих внешних текстах
    .reading-wide-research = въезд по разрешению, широкая зона ({ $zones-1927-permit-22 }), по исследованию
    .because-wide-research = закрыты лишь некоторые районы
    .reading-wide-newspaper = въезд по разрешению, широкая зона ({ $zones-1927-permit-22 }), по газете
    .because-wide-newspaper = для проезда и жительства в широкой полосе ({ $free }) особого документа не требовалось
    .becomes-zones-1927-permit-22 = { $zones-1927-permit-22 }, в некоторых районах
    .warning-zones-1927-permit-22 = По двум внешним текстам, большая часть широкой зоны открыта.
    .settles = Текст положения; { $note-fn21 }.

fifty-twice = Зона пограничной торговли и паспортная зона — это одна зона?
    .finding = Глубина одна, цель противоположная: первая разрешала торговать, вторая ограничивала жительство, и разделяют их годы.
    .line-ratio = отношение одной глубины к другой
    .becomes-zones-1924-trade-50 = { $zones-1924-trade-50 }
    .warning-zones-1924-trade-50 = Зона разрешения, 1924 г.
    .settles = { $note-fn55 }; { $note-fn27 }

hundred-twice = Две зоны глубиной { $zones-1929-gold-100 } — это одна зона?
    .finding = Одна — для паспортов на западной границе, другая — для золота на востоке.
    .line-ratio = отношение одной глубины к другой
    .becomes-zones-1929-gold-100 = { $zones-1929-gold-100 }
    .warning-zones-1929-gold-100 = Только для золота.
    .settles = Акты 1929 и 1932 гг.

half-kilometre-thrice = Описывают ли три рассказа о полосе шириной { $zones-1925-strip-500m } шаги одной политики?
    .finding = Сначала правила передвижения, потом запрет хозяйственной деятельности, между ними { $years }; рассказ о середине 1920-х гг. сводит их вместе.
    .condition = одна из дат неверна
    .line-years = время от правил передвижения до запрета хозяйственной деятельности
    .becomes-zones-mid-1920s-500m = { $zones-mid-1920s-500m }
    .warning-zones-mid-1920s-500m = Здесь названа зоной, в других местах — полосой.
    .settles = { $note-fn21 }

listed-places = Можно ли сказать, сколько пограничных населённых пунктов было в списке?
    .finding = По названиям — { $total }, без гор и урочища — { $settled }; у списка две даты.
    .condition = это { $holding }
    .line-fewer = места, если Будуты — одно место
    .line-settled = населённые пункты среди них
    .reading-two-lists = список 1927 г. и список 1929 г.
    .because-two-lists = { $shelf-fn31 }; { $shelf-fn22 }
    .reading-one-list = один список с двумя датами
    .because-one-list = дело одно, листы рядом
    .becomes-administration-listed-settlements-jetisu = { $total } в обеих губерниях
    .warning-administration-listed-settlements-jetisu = Названия, подсчитанные нами.
    .settles = { $shelf-fn31 }; { $shelf-fn22 }

towns-in-zones = Лежат ли крупнейшие населённые пункты пограничной зоны в ней самой?
    .finding = Заведомо вне запретной зоны — { Q($beyond, unit: "no") } из { $all } мест; в списке зоны глубиной { $depth-listed } из них есть только Бахты, а всего из той же губернии там { $names }.
    .condition = «пограничная зона» — это { $holding }
    .line-jarkent = от Джаркента до границы, по карте
    .line-lepsinsk = от Лепсинска до границы, по карте
    .line-zaysan = от Зайсана до границы, по карте
    .line-bakhty = от села Бахты до границы, по карте
    .formula-jarkent = ближайшая точка границы, с погрешностями карты и положения
    .formula-lepsinsk = ближайшая точка границы, с погрешностями карты и положения
    .formula-zaysan = ближайшая точка границы, с погрешностями карты и положения
    .formula-bakhty = ближайшая точка границы, с погрешностями карты и положения
    .line-inside = из четырёх мест, заведомо внутри запретной зоны
    .line-beyond = заведомо вне её
    .formula-inside = в пределах зоны ({ $depth-restricted }) при любом расстоянии, какое допускают погрешности
    .formula-beyond = за пределами зоны ({ $depth-restricted }) при любом расстоянии, какое допускают погрешности
    .reading-listed = зона глубиной { $depth-listed }
    .because-listed = заведомо вне её — { Q($beyond-listed, unit: "no") } из { $all }
    .reading-restricted = зона глубиной { $depth-restricted }
    .because-restricted = заведомо вне её — { Q($beyond-restricted, unit: "no") } из { $all }
    .reading-passports = зона глубиной { $depth-passports }
    .because-passports = заведомо вне её — { Q($beyond-passports, unit: "no") } из { $all }
    .reading-region = приграничные районы вообще
    .because-region = глубины нет
    .becomes-administration-largest-settlements = { Q($beyond, unit: "no") } из { $all } — вне зоны глубиной { $depth-restricted }
    .warning-administration-largest-settlements = Расстояния по нынешней карте, с её погрешностями.
    .settles = Списки населённых пунктов запретной зоны.

forbidden-councils = Можно ли сказать, сколько сельсоветов закрыли в 1940 г.?
    .finding = Запретных — { $forbidden }, частично прилегающих — { $adjacent }, если ни один сельсовет не входит в оба разряда; общее число не напечатано.
    .becomes-administration-1940-forbidden-alma-ata = { $forbidden } в трёх областях
    .warning-administration-1940-forbidden-alma-ata = Решали два органа; сумма наша.
    .settles = { $note-fn34 }
