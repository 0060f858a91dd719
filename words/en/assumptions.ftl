### The assumptions, in a few words each.

assumption-hedge-about-width = width of “about”, as a part of the number
assumption-hedge-over-reach = reach of “over”, as a part of the number
assumption-household-size = persons in a household
assumption-ili-gone-before-1930 = part of the Ili Kazakhs that had left before the flight
assumption-loss-share = emigrants lost without returning
assumption-map-error = error of the drawn border
assumption-mongolia-households = households that went to Mongolia
assumption-natural-growth = growth of the Kazakhs of Xinjiang in a year
assumption-outpost-strength = border guards for one outpost
assumption-position-error-certain = error of a certain position
assumption-position-error-probable = error of a probable position
assumption-position-error-uncertain = error of an uncertain position
assumption-years-since-1917 = years from about 1917 to the late 1930s
assumption-years-since-flight = years from the flight to the late 1930s
