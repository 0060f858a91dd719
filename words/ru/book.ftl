### The book as a whole.

language = Русский
book-title = Казахско-синьцзянская граница в цифрах
book-author = Разработчики книги данных
part-1 = Рассказ
part-2 = Суждение
part-3 = Справочник
part-4 = Исследователям и рецензентам
code =
    .show = Код этого рисунка
    .hide = Скрыть код
switch = Язык
