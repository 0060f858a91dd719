### The guard.

## Results

result-bakhty-km-per-outpost-1927 = километры границы на одну заставу Бахтинского участка, 1927 г.
result-bakhty-km-per-outpost-1930 = километры границы на одну заставу Бахтинского участка, 1930 г.
result-bakhty-km-per-outpost-1932 = километры границы на одну заставу Бахтинского участка, 1932 г.
result-bakhty-outposts-per-100-km-1927 = заставы на 100 км Бахтинского участка, 1927 г.
result-bakhty-outposts-per-100-km-1930 = заставы на 100 км Бахтинского участка, 1930 г.
result-bakhty-outposts-per-100-km-1932 = заставы на 100 км Бахтинского участка, 1932 г.
result-personnel-per-km-mid-1930s = пограничники на километр Казахского пограничного округа, середина 1930-х гг.
result-personnel-per-km-late-1930s = пограничники на километр Казахского пограничного округа, конец 1930-х гг.
result-personnel-growth = прирост числа пограничников от середины к концу 1930-х гг.
result-personnel-growth-factor = во сколько раз поздняя численность больше ранней
result-bakhty-outposts-factor = во сколько раз бахтинских застав в 1932 г. больше, чем в 1927 г.
result-bakhty-share-of-district = доля Бахтинского участка в Казахском пограничном округе
result-district-rest-length = граница округа без Бахтинского участка
result-personnel-per-km-at-bakhty = пограничники на километр Бахтинского участка, если численность середины 1930-х гг. относится к нему

## Checks

personnel-growth = Выросла ли погранохрана в 1930-е гг.?
    .finding = К концу прибавилось { $more }; прежнее число укладывается в новое { $factor }: «почти» лежит ниже своего числа, «более» — выше своего.
    .condition = одно из двух чисел относится не ко всей погранохране
    .becomes-garrison-personnel-mid-1930s = { $before }
    .warning-garrison-personnel-mid-1930s = Ни года, ни сноски; отнесено к округу по нашему прочтению.
    .becomes-garrison-personnel-late-1930s = { $after }
    .warning-garrison-personnel-late-1930s = Как далеко вверх заходит «более», — допущение.
    .settles = Списки личного состава пограничного округа.

personnel-whose = Могло ли быть сначала { END($garrison-personnel-mid-1930s, end: "best") }, а потом { END($garrison-personnel-late-1930s, end: "best") } пограничников?
    .finding = Если судить по заставам, в комендатуре, о которой речь в предыдущей фразе, было { $office }, во всём округе — { $whole }.
    .condition = это численность { $holding }
    .line-office = люди комендатуры, если судить по её заставам
    .line-each = люди на одну заставу, если это численность комендатуры
    .line-scaled = заставы округа, если весь он был как Бахтинский участок
    .line-whole = люди округа, если судить по этим заставам
    .reading-district = всего пограничного округа
    .because-district = с такими же заставами, как бахтинские, в нём могло быть { $whole }
    .reading-office = Бахтинской комендатуры
    .because-office = в ней могло быть { $office }; тогда выходит { $each }
    .becomes-garrison-personnel-late-1930s = пограничный округ
    .warning-garrison-personnel-late-1930s = Фраза не называет части; предыдущая — о Бахтинской комендатуре, следующая — об округе.
    .settles = { $note-fn30 }

sector-in-district = Могла ли одна комендатура держать { $distances-bakhty-sector }?
    .finding = Это { $share } границы округа и в { $long } больше, чем в среднем у каждой из других названных частей.
    .condition = граница округа была длиннее
    .line-mean = средний отрезок названной части
    .line-rest = средний отрезок остальных
    .line-long = отношение участка к их отрезку
    .becomes-distances-bakhty-sector = { $share } границы округа
    .warning-distances-bakhty-sector = Дата не указана; возможно, это участок более позднего и более крупного отряда.
    .settles = { $note-fn30 }

outposts-per-km = Можно ли сказать, как далеко друг от друга стояли заставы Бахтинского участка?
    .finding = В 1927 г. — { $in-1927 }, в 1930 г. — { $in-1930 }, в 1932 г. — { $in-1932 }.
    .condition = { $distances-bakhty-sector }, напечатанные без даты, верны для каждого из этих лет
    .becomes-garrison-bakhty-outposts-1927 = { $in-1927 }
    .warning-garrison-bakhty-outposts-1927 = Если длина участка и тогда была та же.
    .becomes-garrison-bakhty-outposts-1930 = { $in-1930 }
    .warning-garrison-bakhty-outposts-1930 = Если длина участка и тогда была та же.
    .becomes-garrison-bakhty-outposts-1932 = { $in-1932 }
    .warning-garrison-bakhty-outposts-1932 = Если длина участка и тогда была та же.
    .settles = { $note-fn30 }

outposts-grew = Росло ли число застав постоянно?
    .finding = На одном участке { END($garrison-bakhty-outposts-1927) }, { END($garrison-bakhty-outposts-1930) } и { $garrison-bakhty-outposts-1932 }: под конец в { $factor } больше.
    .condition = числа относятся не к одному отрезку
    .line-early = прибавка в год между первыми двумя числами
    .line-late = прибавка в год между последними двумя; больше, если последнее достигнуто раньше
    .becomes-garrison-bakhty-outposts-1932 = против 1927 г. в { $factor } больше
    .warning-garrison-bakhty-outposts-1932 = К 1932 г., а может быть, и раньше.
    .settles = { $note-fn30 }

bakhty-twice = Были ли Бахты и комендатурой, и отрядом?
    .finding = Комендатура, у которой в 1932 г. { $posts }, и отряд в { $dated ->
        [yes] датированном
       *[no] недатированном
    } перечне, где { $units }; когда одно стало другим, не сказано нигде.
    .condition = перечень относится к другому году, чем комендатура
    .line-units = части, названные по номерам
    .reading-grew = после 1932 г. комендатура выросла в 30-й отряд
    .because-grew = { $dated ->
        [yes] у перечня частей есть дата
       *[no] у перечня частей нет даты
    }
    .reading-two = это две части
    .because-two = среди перечисленных комендатур Бахтинской нет
    .settles = { $note-fn30 }

three-kinds-of-detachment = Можно ли складывать отряды?
    .finding = Сумма, { $wrong }, соединила бы погранотряды, отряды районных отделов и авиаотряды: слово одно, а части — трёх родов.
    .line-wrong = отряды, если сложить их, чего делать нельзя
    .becomes-garrison-detachments-named = { $garrison-detachments-named }
    .warning-garrison-detachments-named = Погранотряды, названные по номерам.
    .settles = { $note-fn30 }; { $note-fn53 }

checkpoints-and-posts = Можно ли было перейти границу у каждого таможенного поста?
    .finding = Для законного перехода — { $garrison-checkpoints }, а рядом { $smuggling-customs-posts } и { $smuggling-customs-offices }; даты нет ни у тех, ни у других.
    .condition = контрольно-пропускных пунктов было столько же, сколько постов
    .line-more = таможенные посты и таможни сверх контрольно-пропускных пунктов
    .becomes-garrison-checkpoints = { $garrison-checkpoints }
    .warning-garrison-checkpoints = Дата не указана; таможенных постов названо больше.
    .settles = Списки таможенных постов 1920-х гг.
