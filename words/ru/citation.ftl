### How to cite the book, a page and the article. By GOST R 7.0.5.

## $title of the page or work, $book the title of the book, $url its address, "none" without one.

cite-title = { book-title }. Книга данных к статье
cite-author = { $family } { $given }
cite-between = {", "}
cite-book = { $title } / { $authors }. Версия { $version }. { $year }.{ $url ->
    [none] {""}
   *[other] {" "}URL: { $url }
}
cite-page = { $title } // { $book } / { $authors }. Версия { $version }. { $year }.{ $url ->
    [none] {""}
   *[other] {" "}URL: { $url }
}
cite-article = { $authors } { $title } // { $journal }. { $year }. Т. { $volume }, № { $number }. С. { $pages }. DOI: { $doi }

# What of a claim is copied, in this order: sentence, chicago, gost.
cite-order = sentence gost chicago

## The block under a page.

cite-how = Как сослаться на эту страницу
cite-this-page = Эта страница
cite-this-book = Вся книга
cite-this-article = Статья

## A work in lists and labels.

work-volume = т. { $number }
work-number = № { $number }
work-pages = с. { $number }
work-others = { $first } и др.
work-undated = б. г.
