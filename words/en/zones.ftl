### The border zones.

## Results

result-forbidden-village-councils-1940 = village councils classed as forbidden in 1940
result-adjacent-village-councils-1940 = village councils classed as partly adjacent to the border in 1940
result-listed-settlements = places named on the list of border settlements
result-contraband-zone-km = depth of the contraband zone of 1922 in kilometres
result-inner-zone-versts = depth of the inner zone of 1918 in versts
result-outer-zone-versts = depth of the outer zone of 1918 in versts
result-third-strip-versts = depth of the third strip of 1923 in versts
result-fourth-strip-versts = depth of the fourth strip of 1923 in versts
result-barrier-distance-km = distance south of Bakhty in kilometres

## Checks

metres-or-kilometres = Do other works bear out the inner strip of { $zones-1925-strip-4m }?
    .finding = Two outside works have a strip of { $border-strip-felshtinsky }, one of them for roads; it is { $part } of the { $zones-1927-economic-ban-500m } beside it.
    .line-factor = the zone as a multiple of the strip
    .line-part = the strip as a share of the wider one beside it
    .reading-metres = metres, as printed
    .because-metres = two outside works have { $border-strip-felshtinsky }; one says that it was taken for border roads, beside the { $zones-1927-economic-ban-500m } of the border troops
    .reading-kilometres = kilometres, as in 1918 and 1923
    .because-kilometres = then the strip would be { $factor } as wide as theirs
    .becomes-zones-1925-strip-4m = { $border-strip-felshtinsky }
    .warning-zones-1925-strip-4m = Metres, by two works; beside the { $zones-1927-economic-ban-500m }.
    .becomes-zones-1927-economic-ban-4m = { $border-strip-felshtinsky }
    .warning-zones-1927-economic-ban-4m = No outpost fits on it; it stands on the wider one.
    .settles = { $note-fn21 }

four-kilometres = Can one tell whether the { $zones-1923-first } of 1923 are a slip for the strip of { $strip }?
    .finding = Outside works have a strip of { $border-strip-dullin }. What was seen of them neither names nor denies a zone of { $zones-1923-first }.
    .condition = it is { $holding }
    .line-factor = printed depth as a multiple of the strip
    .reading-own = a zone of its own, beside the strip
    .because-own = { $old } stands already under 1918
    .reading-wrong-unit = the strip of { $strip }, in the wrong unit
    .because-wrong-unit = one digit; the depth printed is { $factor } that of the strip
    .becomes-zones-1923-first = { $zones-1923-first }
    .warning-zones-1923-first = No later act repeats it in kilometres; the strip of the same digit is in metres.
    .settles = The text of the instruction of 28 March 1923.

versts-behind-kilometres = Are the kilometres of the zones old versts?
    .finding = { Q($fitting, unit: "no") } of the { $all } depths of 1923 can be rounded whole versts, but only { $telling } is printed finely enough to tell.
    .condition = one trusts the { $telling } alone, since whole kilometres nearly always fit whole versts
    .line-back-first = whole versts for { $zones-1923-first }, in kilometres
    .line-back-second = whole versts for { $zones-1923-second }, in kilometres
    .line-back-third = whole versts for { $zones-1923-third }, in kilometres
    .line-back-fourth = whole versts for { $zones-1923-fourth }, in kilometres
    .becomes-zones-1923-second = from whole versts { $back-second }
    .warning-zones-1923-second = Kilometres are printed; the verst is our inference.
    .settles = The text of the decree of 1918 and of the instruction of 1923.

twenty-one-versts = Are the { $zones-1922-contraband-21-versts } of 1922 the { $zones-1923-fourth } of 1923?
    .finding = { $zones-1922-contraband-21-versts } are { $reckoned }, { $apart } from the { $zones-1923-fourth }.
    .condition = the depth was rounded more coarsely
    .line-apart = difference
    .becomes-zones-1922-contraband-21-versts = { $reckoned }
    .warning-zones-1922-contraband-21-versts = Versts, not kilometres.
    .settles = The directives of 1922.

new-levels-1923 = Were the four levels of 1923 additional?
    .finding = New were { $new }; { $known } of the { $all } stand already under 1918.
    .condition = “additional” means the { $added }
    .line-known = depths of 1923 that stand under 1918
    .formula-known = those of 1923 that are { $zones-1918-inner } or { $zones-1918-outer }
    .line-new = depths that were new
    .formula-new = { $added }
    .becomes-zones-1923-first = not new
    .warning-zones-1923-first = Stands already under 1918.
    .settles = The text of the instruction of 28 March 1923.

twenty-two-or-fifty = Can the border zone of the 1930s have been both { END($zones-passport-other-first) } and { $zones-passport-other-then } deep?
    .finding = The two are { $ratio } apart: { $zones-passport-other-first } at first and for restricted entry, { $zones-passport-other-then } later for passports. In { $year } people were moved from { $moved }.
    .condition = { $holding }
    .line-ratio = the later depth as a multiple
    .reading-in-turn = it was { $zones-passport-other-first } first and { $zones-passport-other-then } later
    .because-in-turn = the order is printed, the year is not
    .reading-one-depth = it was one zone with one depth at a time, when the restricted zone was { $zones-restricted-22 }
    .because-one-depth = the { $zones-passport-other-then } may have begun before the restricted zone of { $zones-restricted-22 } was described
    .reading-two-kinds = there were two kinds of zone, for passports and for restricted entry
    .because-two-kinds = the statute of 1927 had { $statute } as well
    .becomes-zones-passport-other-then = { $zones-passport-other-then }
    .warning-zones-passport-other-then = Later than the { $zones-passport-other-first } of its sentence; no year printed.
    .becomes-zones-restricted-22 = { $zones-restricted-22 }
    .warning-zones-restricted-22 = Restricted entry; passports had another depth.
    .settles = { $note-fn27 }

statute-1927 = Do other accounts of the statute of 1927 have the same zones?
    .finding = The depths agree. Entry does not: the article has leave for both zones, a work of research closes { $zones-1927-permit-22 } in some districts only, and a newspaper asks for no document in the { $free } beyond the { $zone-statute-1927-closed }.
    .condition = the wide zone of the article is of the districts that were closed, and elsewhere entry was free beyond { END($zone-felshtinsky-closed, end: "low") } km
    .line-narrow = the narrow zone less the depth in the outside account
    .line-wide = the wide zone less the depth in the outside account
    .line-entry = closed by the article, open by the work of research outside the districts it closes
    .reading-depths = the depths
    .because-depths = a newspaper has { $zone-statute-1927-narrow } and { $zone-statute-1927-wide }, of the same day
    .reading-narrow = entry by leave to { $zones-1927-permit-7-5 }
    .because-narrow = both accounts close it
    .reading-wide-research = entry by leave to { $zones-1927-permit-22 }, by the work of research
    .because-wide-research = it closes some districts only
    .reading-wide-newspaper = entry by leave to { $zones-1927-permit-22 }, by the newspaper
    .because-wide-newspaper = it asks for no special document to travel or live in the { $free }
    .becomes-zones-1927-permit-22 = { $zones-1927-permit-22 }, in some districts
    .warning-zones-1927-permit-22 = Two outside accounts leave most of the wider zone open.
    .settles = The text of the statute; { $note-fn21 }.

fifty-twice = Is the zone of border trade the zone of passports?
    .finding = The depth is the same, the purpose the opposite: one allowed trade, the other limited residence, years apart.
    .line-ratio = one depth as a multiple of the other
    .becomes-zones-1924-trade-50 = { $zones-1924-trade-50 }
    .warning-zones-1924-trade-50 = A zone of permission, of 1924.
    .settles = { $note-fn55 }; { $note-fn27 }

hundred-twice = Are the two zones of { $zones-1929-gold-100 } one zone?
    .finding = One is for passports on the western border, the other for gold in the east.
    .line-ratio = one depth as a multiple of the other
    .becomes-zones-1929-gold-100 = { $zones-1929-gold-100 }
    .warning-zones-1929-gold-100 = For gold only.
    .settles = The acts of 1929 and 1932.

half-kilometre-thrice = Are the three accounts of the { $zones-1925-strip-500m } steps of one policy?
    .finding = Rules of movement, then { $years } later a ban on economic activity; the account of the mid-1920s sums them up.
    .condition = one of the dates is wrong
    .line-years = years from the rules of movement to the ban on economic activity
    .becomes-zones-mid-1920s-500m = { $zones-mid-1920s-500m }
    .warning-zones-mid-1920s-500m = Called a zone here and a strip elsewhere.
    .settles = { $note-fn21 }

listed-places = Can one tell how many border settlements were on the list?
    .finding = { $total } by name, { $settled } if mountains and a tract are left out; the list has two dates.
    .condition = there was { $holding }
    .line-fewer = places, if Buduty is one
    .line-settled = settlements among them
    .reading-two-lists = a list of 1927 and one of 1929
    .because-two-lists = { $shelf-fn31 }; { $shelf-fn22 }
    .reading-one-list = one list, dated twice
    .because-one-list = one file, leaves close to each other
    .becomes-administration-listed-settlements-jetisu = { $total } in both provinces
    .warning-administration-listed-settlements-jetisu = Names, counted by us.
    .settles = { $shelf-fn31 }; { $shelf-fn22 }

towns-in-zones = Do the largest settlements of the border zone lie in it?
    .finding = Of { $all } towns { Q($beyond, unit: "no") } lie outside the restricted zone for certain; only Bakhty is on the list for { $depth-listed }, with { $names } of its province.
    .condition = “border zone” means { $holding }
    .line-jarkent = Jarkent to the border, by the map
    .line-lepsinsk = Lepsinsk to the border, by the map
    .line-zaysan = Zaysan to the border, by the map
    .line-bakhty = Bakhty to the border, by the map
    .formula-jarkent = the nearest point of the border, with the errors of map and position
    .formula-lepsinsk = the nearest point of the border, with the errors of map and position
    .formula-zaysan = the nearest point of the border, with the errors of map and position
    .formula-bakhty = the nearest point of the border, with the errors of map and position
    .line-inside = of the four towns, inside the restricted zone for certain
    .line-beyond = outside it for certain
    .formula-inside = within { $depth-restricted } at every distance that the errors allow
    .formula-beyond = beyond { $depth-restricted } at every distance that the errors allow
    .reading-listed = the zone of { $depth-listed }
    .because-listed = { Q($beyond-listed, unit: "no") } of { $all } lie outside for certain
    .reading-restricted = the zone of { $depth-restricted }
    .because-restricted = { Q($beyond-restricted, unit: "no") } of { $all } lie outside for certain
    .reading-passports = the zone of { $depth-passports }
    .because-passports = { Q($beyond-passports, unit: "no") } of { $all } lie outside for certain
    .reading-region = the border districts, as a region
    .because-region = no depth
    .becomes-administration-largest-settlements = { Q($beyond, unit: "no") } of { $all } outside the { $depth-restricted }
    .warning-administration-largest-settlements = Distances from a modern map, with its errors.
    .settles = The lists of settlements of the restricted zone.

forbidden-councils = Can one tell how many village councils were closed off in 1940?
    .finding = { $forbidden } were forbidden and { $adjacent } partly adjacent, if no council is in both classes; no total is printed.
    .becomes-administration-1940-forbidden-alma-ata = { $forbidden } in three regions
    .warning-administration-1940-forbidden-alma-ata = Two bodies decided; our sum.
    .settles = { $note-fn34 }
