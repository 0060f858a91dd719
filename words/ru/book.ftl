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

## The theme's own words: its catalogs have some languages, and none of these words.

theme-main = Главное меню
theme-toggle-primary-sidebar = Показать или скрыть оглавление книги
theme-toggle-secondary-sidebar = Показать или скрыть оглавление страницы
theme-toggle-hidden-content = Показать или скрыть
theme-search-bar = Поиск…
theme-back-to-top = К началу страницы
theme-version-warning = О версии
theme-color-mode = Цвета
theme-system-settings = Как в системе
theme-light = Светлые
theme-dark = Тёмные
theme-skip-to-main-content = Перейти к тексту
theme-breadcrumb = Где вы
theme-contents = Содержание
theme-site-navigation = По книге
theme-section-navigation = По разделу
theme-python-module-index = Указатель модулей Python
theme-copyright-copyright-s = © %(copyright)s.
