### Smuggling and its penalties.

## Results

result-contraband-per-person-1935 = контрабанда на каждого из шестерых, задержанных в июле 1935 г.
result-bond-to-contraband = во сколько раз залог 1928 г. больше стоимости контрабанды июля 1935 г.
result-opium-field-ha = опийное поле в гектарах

## Checks

bond-and-contraband = Можно ли сравнивать денежные суммы в делах о контрабанде?
    .finding = В июле 1935 г. — { $each }. Залог 1928 г. в { $ratio } больше всей этой находки, но рубли там другого года.
    .line-small = отношение денег Калдыбаева к этой доле
    .becomes-smuggling-1935-july-value = { $each }
    .warning-smuggling-1935-july-value = Рубли 1935 г.; одна группа.
    .settles = { $note-fn57 }; { $note-fn59 }; { $note-fn60 }

smuggling-share-here = Составляла ли контрабанда девять десятых преступлений на этой границе?
    .finding = О пограничных преступлениях сказано: { $share }, но цитируемая работа посвящена ОГПУ в целом; доля для этой границы не напечатана.
    .line-share = доля всех пограничных преступлений, по цитируемой работе
    .becomes-smuggling-share-of-crimes = { $share }
    .warning-smuggling-share-of-crimes = По-видимому, для всего Союза, а не для этой границы.
    .settles = { $note-fn56 }

penalty-eased = Стал ли переход границы по кодексу 1922 г. менее тяжким преступлением?
    .finding = Наибольший срок 1921 г. был в { $ratio } больше срока 1922 г., а в 1923 г. тюрьма вернулась: { $later }.
    .condition = сроки после 1921 г. были короче
    .line-ratio = отношение наибольшего срока 1921 г. к сроку 1922 г.
    .becomes-penalties-1921-crossing-prison = { $penalties-1921-crossing-prison }
    .warning-penalties-1921-crossing-prison = Верхний предел; на следующий год его снизили.
    .settles = Сами кодексы.

charges-dropped = Привлекли ли Макулбаева к ответственности лишь по части обвинений?
    .finding = Вменено: { $penalties-makulbayev-charges }; оставлено: { END($penalties-makulbayev-prosecuted) }; отпало: { $dropped }. Кончилось тем, что ему назначили место жительства; срок — { $term }.
    .condition = вменённых статей было больше
    .line-dropped = отпавшие обвинения
    .settles = { $note-fn58 }
