### Discrepancies between claims that no arithmetic can confront, and why.

unchecked-disc-captured-another = Кто взят в плен — вопрос не о числе.
unchecked-disc-case-names = Написания одной фамилии.
unchecked-disc-fond-9-two-archives = Шифры одного фонда в двух архивах.
unchecked-disc-lists-omit-two = Чего нет в списке литературы.
unchecked-disc-opium-bracket = Скобка; расстояния от неё не зависят.
unchecked-disc-opium-which-side = На какой стороне лежит поле, без его положения не сказать.
unchecked-disc-panfilov-in-1927 = Имя, которое моложе донесения.
unchecked-disc-place-spellings = Написания названий.
unchecked-disc-source-base-fond-20 = Номера фондов.
unchecked-disc-tea-sold-and-confiscated = Что перечислено в решении — вопрос не о числе.
unchecked-disc-title-span = Годы в названии.
unchecked-disc-unit-49-names = Два ранга одной части в двух донесениях.
unchecked-disc-ush-bulak-sector = Положение Уш-Булака неизвестно, поэтому его участок не назвать.
