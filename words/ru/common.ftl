### How values are said. $low, $high and $best are written numbers, $span is a value of its own.

form-exact = { $low }
form-counted = { $low }
form-range = от { $low } до { $high }
form-between = от { $low } до { $high }
form-least = не менее { $low }
form-most = не более { $high }
form-any = любое число
form-about = около { $best }
form-estimate = около { $best } ({ $span })
form-nearly = почти { $best }
form-over = более { $best }
form-no-less-than = не менее { $best }
form-at-most = не более { $best }

or = { " или " }
and = { " и " }

## Verdicts, each the answer to a question of yes or no. $condition is the condition of a check;
## a verdict with one begins with the words of the verdict without it. .alone stands without one.

verdict-agree = Да
verdict-agree-only-if = Да, только если
    .with = Да, только если { $condition }
    .alone = Да, только если…
verdict-different-scope = Они считают разное
verdict-contradict = Нет
    .with = Нет, разве что { $condition }
verdict-cannot-be-tested = Сказать нельзя

## What a reading of a sentence is.

reading-agree = возможно
reading-agree-only-if = возможно отчасти
reading-different-scope = считают разное
reading-contradict = невозможно
reading-cannot-be-tested = сказать нельзя

## Grades of sources.

grade-census = перепись
grade-archive-or-official-count = архив или официальный подсчёт
grade-scholarly-work = научная работа
grade-work-of-reference = справочное издание
grade-second-hand = из вторых рук

## Sources. $shelf is a shelf mark, or a work with its pages.

note = сноска { $number }: { $shelf }

## Formulas. $of is a figure, $unit the id of the unit into which it is converted.

formula-in = { $of }, в пересчёте на { $unit ->
    [versts] вёрсты
    [dessiatines] десятины
    [ha] гектары
   *[km] километры
}

undated = без даты

## What a verdict rests on.

rests-on-article = только статья
rests-on = статья и сверх неё { $parts }
    .graded = статья и сверх неё { $parts } (слабейший источник: { $grade })
rests-on-assumptions = { $count ->
    [one] { $number } допущение
    [few] { $number } допущения
   *[many] { $number } допущений
}
rests-on-outside = { $count ->
    [one] { $number } внешняя цифра
    [few] { $number } внешние цифры
   *[many] { $number } внешних цифр
}
rests-on-map = карта

## What a check comes to with other outside figures.

variant-rival = Если взять другую цифру, { $figure } ({ $grade }),
variant-without = Без цифр этой степени ({ $grade })
variant = { $with_ } ответ { $same ->
        [yes] тот же:
       *[no] иной:
    } «{ $verdict }»{ $key ->
        [none] .
       *[other] ; главное число тогда — { $key }.
    }

## The picture of two sides on one scale.

clash-apart = Стороны нигде не сходятся.
clash-part = Стороны сходятся отчасти.
clash-inside = Одна сторона целиком лежит внутри другой.
clash-allowed = допустимо
clash-told = что сообщается
clash-none-or-more = ноль или больше

## The note of a claim or event. $number is that of the note.

noted = сноска { $number }
noted-further = сноска { $number }, { $distance }
noted-none = без сноски
further = { $count ->
    [one] в следующем предложении
    [few] через { $number } предложения
   *[many] через { $number } предложений
}

## Shelf marks. $name is the archive in English, $cyrillic and $short are its own name; of a number
## with a letter, $latin and $cyrillic are the two ways to write it.

archive = { $cyrillic } ({ $short })
shelf-fond = ф. { $cyrillic }
shelf-opis = оп. { $cyrillic }
shelf-delo = д. { $cyrillic }
shelf-leaves = л. { $cyrillic }

none = нет
numbered = { $number }
numbered-further = { $number }, { $distance }
