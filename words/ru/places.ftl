### Places and events.

## The lines of a place.

place-kind = вид
place-spellings = в статье
place-today = сегодня
place-also = также
place-there = чем было
place-position = положение
    .found = { $lat }° с. ш., { $lon }° в. д., { $certainty }: { $basis } ({ $source })
    .lost = не найдено
place-distance = от границы
place-remark = примечание
place-events = события

place-kind-customs-post = таможенный пост
place-kind-district = район или округ
place-kind-lake = озеро
place-kind-mountains = горы
place-kind-outpost = застава
place-kind-pass = перевал
place-kind-province = губерния или область
place-kind-region = край
place-kind-republic = республика
place-kind-sector = участок
place-kind-settlement = населённый пункт
place-kind-state = государство
place-kind-town = город
place-kind-tract = урочище
place-kind-uezd = уезд
place-kind-valley = долина
place-kind-volost = волость

# What was there.
place-function-commandants-office = комендатура
place-function-customs-office = таможня
place-function-customs-post = таможенный пост
place-function-detachment = штаб погранотряда
place-function-listed-1927 = в списке 1927 г.
place-function-outpost = застава
place-function-passport-centre = паспортный центр

place-certainty-unknown = без координат
place-certainty-certain = достоверно
place-certainty-probable = вероятно
place-certainty-uncertain = ненадёжно

## Events. $claims is a list of links.

event-claims = Показания: { $claims }
event-every-kind = все виды

event-kind-act = нормативный акт
event-kind-award = награждение
event-kind-campaign = кампания
event-kind-case = дело
event-kind-census = перепись
event-kind-clash = столкновение
event-kind-conflict = конфликт
event-kind-crossing = переход границы
event-kind-detention = задержание
event-kind-diplomacy = дипломатия
event-kind-economy = хозяйство и торговля
event-kind-institution = учреждение
event-kind-instruction = инструкция
event-kind-report = доклад

## Why an incident is not on the map.

unplaced-area = точки на карте нет
unplaced-lost = не найдено
unplaced-beyond = за краем карты

## Which place lies in which zone. $depth is a number.

zone-label = Места и зоны
zone-place = место
zone-russian = по-русски
zone-article = в статье
zone-distance = от границы
zone-depth = { $depth } км
zone-side = сторона
zone-position = положение

zone-inside = внутри
zone-outside = снаружи
zone-untold = сказать нельзя

# The country of today in which a place lies.
side-China = Китай
side-Kazakhstan = Казахстан
side-Kyrgyzstan = Кыргызстан
side-Mongolia = Монголия
side-Russia = Россия
side-Tajikistan = Таджикистан
side-untold = сказать нельзя
side-beyond = за краем карты
