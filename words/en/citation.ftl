### How to cite the book, a page and the article.

## $title of the page or work, $book the title of the book, $url its address, "none" without one.

cite-title = { book-title }. A data companion
cite-author = { $family }, { $given }
cite-between = {"; "}
cite-book = { $authors } ({ $year }). { $title }. Version { $version }.{ $url ->
    [none] {""}
   *[other] {" "}{ $url }
}
cite-page = { $authors } ({ $year }). { $title }. In: { $book }. Version { $version }.{ $url ->
    [none] {""}
   *[other] {" "}{ $url }
}
cite-article = { $authors } ({ $year }). { $title }. { $journal }, { $volume }({ $number }), { $pages }. https://doi.org/{ $doi }

# What of a claim is copied, in this order: sentence, chicago, gost.
cite-order = sentence chicago gost

## The block under a page.

cite-how = Cite this page
cite-this-page = This page
cite-this-book = The book
cite-this-article = The article

## A work in lists and labels.

work-volume = vol. { $number }
work-number = no. { $number }
work-pages = pp. { $number }
work-others = { $first } et al.
work-undated = n.d.
