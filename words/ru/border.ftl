### The length of the border.

## Results

result-kazakh-stretch-today = казахский отрезок сегодня, по двум измерениям
result-western-rest-length = западный участок за пределами Казахского пограничного округа

## Checks

district-in-section = Умещается ли Казахский округ в западный участок?
    .finding = По одной только статье, за пределами округа остаётся { $rest }.
    .condition = длина участка была не меньше { END($distances-kazakh-district, end: "high") } км
    .line-share = округ как доля участка
    .becomes-distances-kazakh-district = { $share } участка
    .warning-distances-kazakh-district = Дата не указана; по статье, заходит в Кыргызстан.
    .settles = Длина с указанием карты и масштаба; в статье их нет.

section-against-modern = Составляла ли длина западного участка { $distances-western-section }?
    .finding = Три отрезка сегодня — { $modern }, один казахский — { $without }; напечатано { $distances-western-section }.
    .condition = киргизский и таджикский отрезки не вошли в счёт или карта была очень мелкого масштаба
    .line-modern = три отрезка сегодня
    .line-ratio = отношение сегодняшней длины к напечатанной
    .line-without = без таджикского и киргизского отрезков
    .reading-whole = весь западный участок
    .because-whole = { $modern }
    .reading-kazakh = один казахский отрезок
    .because-kazakh = { $without }
    .becomes-distances-western-section = { $modern }
    .warning-distances-western-section = Слишком мало для трёх республик, названных в этой фразе; сноски нет.
    .settles = Протокол демаркации; тогдашняя граница демаркирована не была.

district-reaches-kyrgyzstan = Мог ли округ заходить в Кыргызстан?
    .finding = От Хан-Тенгри до Алтая — это казахский отрезок, сегодня { $kazakh }; на второе государство из напечатанной длины остаётся { $beyond }.
    .condition = казахский отрезок взят по меньшей из длин, а на Кыргызстан приходилось не больше { END($beyond, end: "high") } км
    .line-beyond = остаток на отрезок в Кыргызстане
    .becomes-distances-kazakh-district = { $distances-kazakh-district }
    .warning-distances-kazakh-district = Примерно длина всей границы Казахстана с Китаем.
    .settles = { $note-fn30 }

length-by-scale = Может ли напечатанная длина округа быть снята с карты?
    .finding = Одна и та же линия на самой мелкой карте — { $coarsest }, на самой подробной — { $finest }, после демаркации — { END($demarcated, end: "high") } км; чтобы вышла напечатанная длина, нужен шаг { $step }.
    .condition = мерили по карте подробнее всех, что взяты здесь
    .line-finest = длина по карте масштаба 1 : { $millions-finest } млн
    .formula-finest = нарисованная граница, шаг за шагом
    .line-middle = длина по карте масштаба 1 : { $millions-middle } млн
    .formula-middle = нарисованная граница, шаг за шагом
    .line-coarsest = длина по карте масштаба 1 : { $millions-coarsest } млн
    .formula-coarsest = нарисованная граница, шаг за шагом
    .line-excess = прибавка длины, когда шаг уменьшают вдвое
    .formula-excess = степенной закон, который лучше всего подходит к этим масштабам
    .line-step = шаг, при котором у границы вышла бы напечатанная длина
    .formula-step = { $distances-kazakh-district }, по тому же закону
    .becomes-distances-kazakh-district = { $finest } на самой подробной из взятых карт
    .warning-distances-kazakh-district = Длина без масштаба — не измерение.
    .settles = Карта, по которой пограничные войска мерили длину.

opium-beyond-zones = Можно ли сказать, как далеко от пограничного села лежали опийные поля?
    .finding = { $distances-tokhty-gmenovka } — больше глубины любой зоны, разница — { $beyond }; но ни Тохты, ни Гменовку на карте не поместить.
    .condition = расстояние читать { $holding }
    .line-beyond = сверх самой глубокой зоны статьи
    .line-tenth = с потерянной запятой
    .reading-printed = как напечатано
    .because-printed = расстояние от села, а не от границы
    .reading-point-lost = с потерянной десятичной запятой
    .because-point-lost = { $tenth }
    .becomes-distances-tokhty-gmenovka = { $distances-tokhty-gmenovka }
    .warning-distances-tokhty-gmenovka = От села, которого нет ни в одном справочнике.
    .settles = { $note-fn62 }
