### Dates and periods. $month is the name of the month, as it stands behind a day or alone;
### $case is gen where a language with cases needs another form: behind until, about, early.

date-none = без даты
date-day = { $day } { $month } { $year } г.
date-month = { $month } { $year } г.
date-season = { $season ->
    [spring] { $case ->
        [gen] весны
       *[nom] весна
    }
    [summer] { $case ->
        [gen] лета
       *[nom] лето
    }
    [autumn] { $case ->
        [gen] осени
       *[nom] осень
    }
   *[winter] { $case ->
        [gen] зимы
       *[nom] зима
    }
} { $year } г.
date-year = { $year } г.
date-about = ок. { $date }
date-early = начало { $date }
date-range = { $start } — { $end }
    .years = { $start }–{ $end } гг.
    .days = { $start }–{ $end } { $month } { $year } г.
date-from = с { $date }
date-until = до { $date }
date-decade = { $part ->
    [early] { $case ->
        [gen] начала
       *[nom] начало
    }
    [mid] { $case ->
        [gen] середины
       *[nom] середина
    }
   *[late] { $case ->
        [gen] конца
       *[nom] конец
    }
} { $decade }-х гг.
