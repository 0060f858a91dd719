### Rows of the data counted, lengths and distances on the map.

result-count-claims = показания во всех таблицах
result-count-claims-with-note = показания со сноской в той же фразе
result-count-claims-with-later-note = показания, для которых сноска стоит лишь дальше в том же отрывке
result-count-claims-without-note = показания без сноски во фразе и в отрывке
result-count-claims-hedged = показания с оговоркой
result-count-claims-counted = показания, подсчитанные по перечню или по слову
result-count-events = события
result-count-places = места
result-count-discrepancies = записи в перечне сомнительных мест
result-count-places-mapped = места на карте участка
    .formula = точки внутри её рамки
result-count-places-xinjiang = места на карте участка, которые лежат в Синьцзяне
    .formula = точки внутри её рамки
result-count-footnotes = сноски статьи

map-length = длина границы от { $stretch ->
        [section] Хан-Тенгри до Алтая
       *[western] Памира до Алтая
    }, как она нарисована в масштабе 1 : { $millions } млн
    .formula = геодезические линии вдоль нарисованной границы; нынешняя граница, Natural Earth
map-step = средний шаг линии, нарисованной в масштабе 1 : { $millions } млн
    .formula = геодезические линии вдоль нарисованной границы; нынешняя граница, Natural Earth
result-map-halving = прибавка измеренной длины, когда шаг уменьшают вдвое
    .formula = степенной закон по трём масштабам; за их пределами лишь прикидка
result-map-printed-step = шаг, при котором у участка вышла бы напечатанная длина
    .formula = степенной закон по трём масштабам; за их пределами лишь прикидка
result-map-section-excess = напечатанная длина округа минус длина по самой подробной карте
border-distance = расстояние до нынешней границы: { $place }
    .formula = измерено по карте; её погрешность и погрешность { $certainty ->
        [certain] достоверного
        [probable] вероятного
       *[uncertain] ненадёжного
    } положения входят в диапазон
places-in-zone = места на советской стороне карты, зона { $depth } км: { $where ->
        [inside] внутри
        [outside] вне её
       *[untold] сказать нельзя
    }
    .formula = места на карте участка, расстояние с погрешностью
