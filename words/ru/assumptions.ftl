### The assumptions, in a few words each.

assumption-hedge-about-width = размах слова «около», в долях числа
assumption-hedge-over-reach = предел слова «более», в долях числа
assumption-household-size = число человек в хозяйстве
assumption-ili-gone-before-1930 = доля казахов Илийского округа, ушедших до откочёвки
assumption-loss-share = доля потерянных среди эмигрантов, кроме вернувшихся
assumption-map-error = погрешность нарисованной границы
assumption-mongolia-households = хозяйства, ушедшие в Монголию
assumption-natural-growth = прирост казахов Синьцзяна за год
assumption-outpost-strength = число пограничников на одну заставу
assumption-position-error-certain = погрешность достоверного положения
assumption-position-error-probable = погрешность вероятного положения
assumption-position-error-uncertain = погрешность ненадёжного положения
assumption-years-since-1917 = число лет приблизительно с 1917 г. до конца 1930-х гг.
assumption-years-since-flight = число лет от откочёвки до конца 1930-х гг.
