### The guard.

## Results

result-bakhty-km-per-outpost-1927 = kilometres of border per outpost in the Bakhty sector, 1927
result-bakhty-km-per-outpost-1930 = kilometres of border per outpost in the Bakhty sector, 1930
result-bakhty-km-per-outpost-1932 = kilometres of border per outpost in the Bakhty sector, 1932
result-bakhty-outposts-per-100-km-1927 = outposts per 100 km in the Bakhty sector, 1927
result-bakhty-outposts-per-100-km-1930 = outposts per 100 km in the Bakhty sector, 1930
result-bakhty-outposts-per-100-km-1932 = outposts per 100 km in the Bakhty sector, 1932
result-personnel-per-km-mid-1930s = border guards per kilometre of the Kazakh border district, mid-1930s
result-personnel-per-km-late-1930s = border guards per kilometre of the Kazakh border district, late 1930s
result-personnel-growth = border guards more at the end of the 1930s than in the mid-1930s
result-personnel-growth-factor = the later strength as a multiple of the earlier
result-bakhty-outposts-factor = outposts of Bakhty in 1932 as a multiple of those in 1927
result-bakhty-share-of-district = the Bakhty sector as a share of the Kazakh border district
result-district-rest-length = border of the district outside the Bakhty sector
result-personnel-per-km-at-bakhty = border guards per kilometre of the Bakhty sector, if the mid-1930s’ strength were its own

## Checks

personnel-growth = Did the border guard grow in the 1930s?
    .finding = There were { $more } more at the end, { $factor } as many, because “nearly” lies below its number and “over” above it.
    .condition = one of the two numbers is not of the whole guard
    .becomes-garrison-personnel-mid-1930s = { $before }
    .warning-garrison-personnel-mid-1930s = No date in years, no note; of the district, as read here.
    .becomes-garrison-personnel-late-1930s = { $after }
    .warning-garrison-personnel-late-1930s = How far over reaches is assumed.
    .settles = The rolls of the border district.

personnel-whose = Can there have been { END($garrison-personnel-mid-1930s, end: "best") } and then { END($garrison-personnel-late-1930s, end: "best") } border guards?
    .finding = By its outposts the commandant’s office, the subject just before, had { $office }, the whole district { $whole }.
    .condition = they are { $holding }
    .line-office = people of the office, by its outposts
    .line-each = for one outpost, if the men are of the office
    .line-scaled = outposts of the district, if all of it was like the Bakhty sector
    .line-whole = people of the district, by these
    .reading-district = of the whole border district
    .because-district = with outposts like Bakhty’s it could have { $whole }
    .reading-office = of the Bakhty commandant’s office
    .because-office = it could have { $office }; as printed it would have { $each }
    .becomes-garrison-personnel-late-1930s = the border district
    .warning-garrison-personnel-late-1930s = The sentence names no unit; the one before is on Bakhty, the one after on the district.
    .settles = { $note-fn30 }

sector-in-district = Can one commandant’s office have held { $distances-bakhty-sector }?
    .finding = It is { $share } of the district, and { $long } the stretch of each other named unit.
    .condition = the district was longer
    .line-mean = mean stretch of the named units
    .line-rest = mean stretch of the others
    .line-long = the sector as a multiple of theirs
    .becomes-distances-bakhty-sector = { $share } of the district
    .warning-distances-bakhty-sector = Undated; perhaps of the later and larger detachment.
    .settles = { $note-fn30 }

outposts-per-km = Can one tell how far apart the outposts of the Bakhty sector stood?
    .finding = In 1927 { $in-1927 }, in 1930 { $in-1930 }, in 1932 { $in-1932 }.
    .condition = the { $distances-bakhty-sector }, which have no date, held in each of these years
    .becomes-garrison-bakhty-outposts-1927 = { $in-1927 }
    .warning-garrison-bakhty-outposts-1927 = If the sector had the same length then.
    .becomes-garrison-bakhty-outposts-1930 = { $in-1930 }
    .warning-garrison-bakhty-outposts-1930 = If the sector had the same length then.
    .becomes-garrison-bakhty-outposts-1932 = { $in-1932 }
    .warning-garrison-bakhty-outposts-1932 = If the sector had the same length then.
    .settles = { $note-fn30 }

outposts-grew = Did the number of outposts grow constantly?
    .finding = In one sector { END($garrison-bakhty-outposts-1927) }, { END($garrison-bakhty-outposts-1930) } and { $garrison-bakhty-outposts-1932 }: { $factor } as many at the end.
    .condition = the numbers are not of one stretch
    .line-early = more a year, between the first two numbers
    .line-late = more a year, between the last two, or faster if the last was reached earlier
    .becomes-garrison-bakhty-outposts-1932 = { $factor } the number of 1927
    .warning-garrison-bakhty-outposts-1932 = By 1932, perhaps earlier.
    .settles = { $note-fn30 }

bakhty-twice = Was Bakhty both a commandant’s office and a detachment?
    .finding = An office with { $posts } in 1932, a detachment in { $dated ->
        [yes] a dated
       *[no] an undated
    } list of { $units }; nothing says when it changed.
    .condition = the list is of another year than the office
    .line-units = units named by number
    .reading-grew = the office grew into the 30th detachment after 1932
    .because-grew = { $dated ->
        [yes] the list is dated
       *[no] the list of units has no date
    }
    .reading-two = they were two units
    .because-two = the list of offices leaves Bakhty out
    .settles = { $note-fn30 }

three-kinds-of-detachment = Can the detachments be added up?
    .finding = A sum of { $wrong } would add border, district and air detachments: one word, three kinds of unit.
    .line-wrong = detachments, if they were added, which they must not be
    .becomes-garrison-detachments-named = { $garrison-detachments-named }
    .warning-garrison-detachments-named = Border detachments, named by number.
    .settles = { $note-fn30 }; { $note-fn53 }

checkpoints-and-posts = Could one cross at every customs post?
    .finding = { $garrison-checkpoints } for lawful crossing against { $smuggling-customs-posts } and { $smuggling-customs-offices }, neither dated.
    .condition = there were as many checkpoints as posts
    .line-more = customs posts and offices beyond the checkpoints
    .becomes-garrison-checkpoints = { $garrison-checkpoints }
    .warning-garrison-checkpoints = Undated; the customs posts named are more.
    .settles = The lists of customs posts of the 1920s.
