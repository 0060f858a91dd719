### Units. $count is the plural category of the number before it, $case the case it asks for.

unit-air-squadrons = { $count ->
    [one] { $case ->
        [gen] авиаэскадрильи
       *[nom] авиаэскадрилья
    }
    [few] { $case ->
        [gen] авиаэскадрилий
       *[nom] авиаэскадрильи
    }
    [many] авиаэскадрилий
   *[other] авиаэскадрильи
}
unit-ambushes = { $count ->
    [one] { $case ->
        [gen] засады
       *[nom] засада
    }
    [few] { $case ->
        [gen] засад
       *[nom] засады
    }
    [many] засад
   *[other] засады
}
unit-articles = { $count ->
    [one] { $case ->
        [gen] статьи
       *[nom] статья
    }
    [few] { $case ->
        [gen] статей
       *[nom] статьи
    }
    [many] статей
   *[other] статьи
}
unit-bars = { $count ->
    [one] { $case ->
        [gen] плитки
       *[nom] плитка
    }
    [few] { $case ->
        [gen] плиток
       *[nom] плитки
    }
    [many] плиток
   *[other] плитки
}
unit-centres = { $count ->
    [one] { $case ->
        [gen] центра
       *[nom] центр
    }
    [few] { $case ->
        [gen] центров
       *[nom] центра
    }
    [many] центров
   *[other] центра
}
unit-checkpoints = { $count ->
    [one] { $case ->
        [gen] контрольно-пропускного пункта
       *[nom] контрольно-пропускной пункт
    }
    [few] { $case ->
        [gen] контрольно-пропускных пунктов
       *[nom] контрольно-пропускных пункта
    }
    [many] контрольно-пропускных пунктов
   *[other] контрольно-пропускного пункта
}
unit-commandants-offices = { $count ->
    [one] { $case ->
        [gen] комендатуры
       *[nom] комендатура
    }
    [few] { $case ->
        [gen] комендатур
       *[nom] комендатуры
    }
    [many] комендатур
   *[other] комендатуры
}
unit-customs-offices = { $count ->
    [one] { $case ->
        [gen] таможни
       *[nom] таможня
    }
    [few] { $case ->
        [gen] таможен
       *[nom] таможни
    }
    [many] таможен
   *[other] таможни
}
unit-customs-posts = { $count ->
    [one] { $case ->
        [gen] таможенного поста
       *[nom] таможенный пост
    }
    [few] { $case ->
        [gen] таможенных постов
       *[nom] таможенных поста
    }
    [many] таможенных постов
   *[other] таможенного поста
}
unit-decrees = { $count ->
    [one] { $case ->
        [gen] декрета
       *[nom] декрет
    }
    [few] { $case ->
        [gen] декретов
       *[nom] декрета
    }
    [many] декретов
   *[other] декрета
}
unit-dessiatines = { $count ->
    [one] { $case ->
        [gen] десятины
       *[nom] десятина
    }
    [few] { $case ->
        [gen] десятин
       *[nom] десятины
    }
    [many] десятин
   *[other] десятины
}
unit-detachments = { $count ->
    [one] { $case ->
        [gen] отряда
       *[nom] отряд
    }
    [few] { $case ->
        [gen] отрядов
       *[nom] отряда
    }
    [many] отрядов
   *[other] отряда
}
unit-districts = { $count ->
    [one] { $case ->
        [gen] округа
       *[nom] округ
    }
    [few] { $case ->
        [gen] округов
       *[nom] округа
    }
    [many] округов
   *[other] округа
}
unit-families = { $count ->
    [one] { $case ->
        [gen] семьи
       *[nom] семья
    }
    [few] { $case ->
        [gen] семей
       *[nom] семьи
    }
    [many] семей
   *[other] семьи
}
unit-farms = { $count ->
    [one] { $case ->
        [gen] байского хозяйства
       *[nom] байское хозяйство
    }
    [few] { $case ->
        [gen] байских хозяйств
       *[nom] байских хозяйства
    }
    [many] байских хозяйств
   *[other] байского хозяйства
}
unit-gangs = { $count ->
    [one] { $case ->
        [gen] банды
       *[nom] банда
    }
    [few] { $case ->
        [gen] банд
       *[nom] банды
    }
    [many] банд
   *[other] банды
}
unit-ha = га
    .symbol = yes
unit-households = { $count ->
    [one] { $case ->
        [gen] хозяйства
       *[nom] хозяйство
    }
    [few] { $case ->
        [gen] хозяйств
       *[nom] хозяйства
    }
    [many] хозяйств
   *[other] хозяйства
}
unit-km = км
    .symbol = yes
unit-m = м
    .symbol = yes
unit-months = { $count ->
    [one] { $case ->
        [gen] месяца
       *[nom] месяц
    }
    [few] { $case ->
        [gen] месяцев
       *[nom] месяца
    }
    [many] месяцев
   *[other] месяца
}
unit-outposts = { $count ->
    [one] { $case ->
        [gen] заставы
       *[nom] застава
    }
    [few] { $case ->
        [gen] застав
       *[nom] заставы
    }
    [many] застав
   *[other] заставы
}
unit-passes = { $count ->
    [one] { $case ->
        [gen] горного перевала
       *[nom] горный перевал
    }
    [few] { $case ->
        [gen] горных перевалов
       *[nom] горных перевала
    }
    [many] горных перевалов
   *[other] горного перевала
}
unit-paws = { $count ->
    [one] { $case ->
        [gen] лапы
       *[nom] лапа
    }
    [few] { $case ->
        [gen] лап
       *[nom] лапы
    }
    [many] лап
   *[other] лапы
}
unit-people = { $count ->
    [one] { $case ->
        [gen] человека
       *[nom] человек
    }
    [few] { $case ->
        [gen] человек
       *[nom] человека
    }
    [many] человек
   *[other] человека
}
unit-people-per-outpost = { $count ->
    [one] { $case ->
        [gen] человека на заставу
       *[nom] человек на заставу
    }
    [few] { $case ->
        [gen] человек на заставу
       *[nom] человека на заставу
    }
    [many] человек на заставу
   *[other] человека на заставу
}
unit-percent = %
    .symbol = yes
unit-persons-per-household = { $count ->
    [one] { $case ->
        [gen] человека на хозяйство
       *[nom] человек на хозяйство
    }
    [few] { $case ->
        [gen] человек на хозяйство
       *[nom] человека на хозяйство
    }
    [many] человек на хозяйство
   *[other] человека на хозяйство
}
unit-republics = { $count ->
    [one] { $case ->
        [gen] республики
       *[nom] республика
    }
    [few] { $case ->
        [gen] республик
       *[nom] республики
    }
    [many] республик
   *[other] республики
}
unit-rubles = { $count ->
    [one] { $case ->
        [gen] рубля
       *[nom] рубль
    }
    [few] { $case ->
        [gen] рублей
       *[nom] рубля
    }
    [many] рублей
   *[other] рубля
}
unit-sections = { $count ->
    [one] { $case ->
        [gen] участка
       *[nom] участок
    }
    [few] { $case ->
        [gen] участков
       *[nom] участка
    }
    [many] участков
   *[other] участка
}
unit-settlements = { $count ->
    [one] { $case ->
        [gen] населённого пункта
       *[nom] населённый пункт
    }
    [few] { $case ->
        [gen] населённых пунктов
       *[nom] населённых пункта
    }
    [many] населённых пунктов
   *[other] населённого пункта
}
unit-skins = { $count ->
    [one] { $case ->
        [gen] шкурки
       *[nom] шкурка
    }
    [few] { $case ->
        [gen] шкурок
       *[nom] шкурки
    }
    [many] шкурок
   *[other] шкурки
}
unit-squadrons = { $count ->
    [one] { $case ->
        [gen] эскадрона
       *[nom] эскадрон
    }
    [few] { $case ->
        [gen] эскадронов
       *[nom] эскадрона
    }
    [many] эскадронов
   *[other] эскадрона
}
unit-states = { $count ->
    [one] { $case ->
        [gen] государства
       *[nom] государство
    }
    [few] { $case ->
        [gen] государств
       *[nom] государства
    }
    [many] государств
   *[other] государства
}
unit-units = { $count ->
    [one] { $case ->
        [gen] части
       *[nom] часть
    }
    [few] { $case ->
        [gen] частей
       *[nom] части
    }
    [many] частей
   *[other] части
}
unit-versts = { $count ->
    [one] { $case ->
        [gen] версты
       *[nom] верста
    }
    [few] { $case ->
        [gen] вёрст
       *[nom] версты
    }
    [many] вёрст
   *[other] версты
}
unit-village-councils = { $count ->
    [one] { $case ->
        [gen] сельсовета
       *[nom] сельсовет
    }
    [few] { $case ->
        [gen] сельсоветов
       *[nom] сельсовета
    }
    [many] сельсоветов
   *[other] сельсовета
}
unit-villages = { $count ->
    [one] { $case ->
        [gen] аула
       *[nom] аул
    }
    [few] { $case ->
        [gen] аулов
       *[nom] аула
    }
    [many] аулов
   *[other] аула
}
unit-years = { $count ->
    [one] { $case ->
        [gen] года
       *[nom] год
    }
    [few] { $case ->
        [gen] лет
       *[nom] года
    }
    [many] лет
   *[other] года
}

### Units of what is reckoned.

unit-times = { $count ->
    [one] { $case ->
        [gen] раза
       *[nom] раз
    }
    [few] { $case ->
        [gen] раз
       *[nom] раза
    }
    [many] раз
   *[other] раза
}
unit-to-one = к одному
unit-to-a-hundred = к ста
unit-km-per-outpost = км на заставу
unit-outposts-per-100-km = { $count ->
    [one] { $case ->
        [gen] заставы на сто километров
       *[nom] застава на сто километров
    }
    [few] { $case ->
        [gen] застав на сто километров
       *[nom] заставы на сто километров
    }
    [many] застав на сто километров
   *[other] заставы на сто километров
}
unit-people-per-km = { $count ->
    [one] { $case ->
        [gen] человека на км
       *[nom] человек на км
    }
    [few] { $case ->
        [gen] человек на км
       *[nom] человека на км
    }
    [many] человек на км
   *[other] человека на км
}
unit-days = { $count ->
    [one] { $case ->
        [gen] дня
       *[nom] день
    }
    [few] { $case ->
        [gen] дней
       *[nom] дня
    }
    [many] дней
   *[other] дня
}
unit-nights = { $count ->
    [one] { $case ->
        [gen] ночи
       *[nom] ночь
    }
    [few] { $case ->
        [gen] ночей
       *[nom] ночи
    }
    [many] ночей
   *[other] ночи
}
unit-leaves = { $count ->
    [one] { $case ->
        [gen] листа
       *[nom] лист
    }
    [few] { $case ->
        [gen] листов
       *[nom] листа
    }
    [many] листов
   *[other] листа
}
unit-places = { $count ->
    [one] { $case ->
        [gen] места
       *[nom] место
    }
    [few] { $case ->
        [gen] мест
       *[nom] места
    }
    [many] мест
   *[other] места
}
unit-barriers = { $count ->
    [one] { $case ->
        [gen] заслона
       *[nom] заслон
    }
    [few] { $case ->
        [gen] заслонов
       *[nom] заслона
    }
    [many] заслонов
   *[other] заслона
}
unit-depths = { $count ->
    [one] { $case ->
        [gen] глубины
       *[nom] глубина
    }
    [few] { $case ->
        [gen] глубин
       *[nom] глубины
    }
    [many] глубин
   *[other] глубины
}
unit-claims = { $count ->
    [one] { $case ->
        [gen] показания
       *[nom] показание
    }
    [few] { $case ->
        [gen] показаний
       *[nom] показания
    }
    [many] показаний
   *[other] показания
}
unit-events = { $count ->
    [one] { $case ->
        [gen] события
       *[nom] событие
    }
    [few] { $case ->
        [gen] событий
       *[nom] события
    }
    [many] событий
   *[other] события
}
unit-discrepancies = { $count ->
    [one] { $case ->
        [gen] сомнительного места
       *[nom] сомнительное место
    }
    [few] { $case ->
        [gen] сомнительных мест
       *[nom] сомнительных места
    }
    [many] сомнительных мест
   *[other] сомнительного места
}
unit-footnotes = { $count ->
    [one] { $case ->
        [gen] сноски
       *[nom] сноска
    }
    [few] { $case ->
        [gen] сносок
       *[nom] сноски
    }
    [many] сносок
   *[other] сноски
}
unit-rubles-per-person = { $count ->
    [one] { $case ->
        [gen] рубля на человека
       *[nom] рубль на человека
    }
    [few] { $case ->
        [gen] рублей на человека
       *[nom] рубля на человека
    }
    [many] рублей на человека
   *[other] рубля на человека
}
unit-percent-per-year = % в год
    .symbol = yes
unit-farms-per-100-households = { $count ->
    [one] { $case ->
        [gen] хозяйства на сто хозяйств
       *[nom] хозяйство на сто хозяйств
    }
    [few] { $case ->
        [gen] хозяйств на сто хозяйств
       *[nom] хозяйства на сто хозяйств
    }
    [many] хозяйств на сто хозяйств
   *[other] хозяйства на сто хозяйств
}
unit-groups = { $count ->
    [one] { $case ->
        [gen] группы
       *[nom] группа
    }
    [few] { $case ->
        [gen] групп
       *[nom] группы
    }
    [many] групп
   *[other] группы
}
unit-numbers = { $count ->
    [one] { $case ->
        [gen] числа
       *[nom] число
    }
    [few] { $case ->
        [gen] чисел
       *[nom] числа
    }
    [many] чисел
   *[other] числа
}
unit-people-per-gang = { $count ->
    [one] { $case ->
        [gen] человека на банду
       *[nom] человек на банду
    }
    [few] { $case ->
        [gen] человек на банду
       *[nom] человека на банду
    }
    [many] человек на банду
   *[other] человека на банду
}
unit-km-per-unit = км на часть
unit-outposts-per-year = { $count ->
    [one] { $case ->
        [gen] заставы в год
       *[nom] застава в год
    }
    [few] { $case ->
        [gen] застав в год
       *[nom] заставы в год
    }
    [many] застав в год
   *[other] заставы в год
}
unit-towns = { $count ->
    [one] { $case ->
        [gen] города
       *[nom] город
    }
    [few] { $case ->
        [gen] городов
       *[nom] города
    }
    [many] городов
   *[other] города
}
unit-verdicts = { $count ->
    [one] { $case ->
        [gen] ответа
       *[nom] ответ
    }
    [few] { $case ->
        [gen] ответов
       *[nom] ответа
    }
    [many] ответов
   *[other] ответа
}
unit-doubts = { $count ->
    [one] { $case ->
        [gen] сомнительного места
       *[nom] сомнительное место
    }
    [few] { $case ->
        [gen] сомнительных мест
       *[nom] сомнительных места
    }
    [many] сомнительных мест
   *[other] сомнительного места
}
unit-figures = { $count ->
    [one] { $case ->
        [gen] цифры
       *[nom] цифра
    }
    [few] { $case ->
        [gen] цифр
       *[nom] цифры
    }
    [many] цифр
   *[other] цифры
}
unit-checks = { $count ->
    [one] { $case ->
        [gen] проверки
       *[nom] проверка
    }
    [few] { $case ->
        [gen] проверок
       *[nom] проверки
    }
    [many] проверок
   *[other] проверки
}
unit-fraction-per-year = в год, в долях единицы
