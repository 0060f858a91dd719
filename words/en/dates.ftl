### Dates and periods. $month is the name of the month, as it stands behind a day or alone;
### $case is gen where a language with cases needs another form: behind until, about, early.

date-none = no date
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-season = { $season ->
    [spring] spring
    [summer] summer
    [autumn] autumn
   *[winter] winter
} { $year }
date-year = { $year }
date-about = about { $date }
date-early = early { $date }
date-range = { $start } to { $end }
    .years = { $start }–{ $end }
    .days = { $start } to { $end } { $month } { $year }
date-from = from { $date }
date-until = until { $date }
date-decade = { $part ->
    [early] early { $decade }s
    [mid] mid-{ $decade }s
   *[late] late { $decade }s
}
