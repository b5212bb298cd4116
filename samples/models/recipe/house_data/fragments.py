"""Every fact of a house said in many ways, by grammatical form.

Forms: ``adj`` stands before the noun ("3-bedroom"), ``np`` is a noun phrase that can follow "with"
or "it has" ("a two-car garage"), ``post`` follows the noun ("on the coast"), ``pred`` is a predicate
without its subject ("was built in 1987"), ``clause`` is a sentence of its own without the full stop,
``tag`` is the shorthand of listings ("2ba"), ``kv`` is a pair of key and value.
"""
from . import numbers
from .templates import expand, pick

FIELDS = ["sqft", "bedrooms", "bathrooms", "year_built", "location", "condition", "lot_sqft", "garage_spaces"]
LOCATIONS = ["coast", "city", "suburb", "village", "mountain"]
CONDITIONS = ["poor", "fair", "good", "excellent"]

_U = ("[sq ft|sq ft|sq ft|sqft|sqft|sqft|square feet|square feet|square feet|sf|sf|sq. ft.|sq. ft.|sq feet|square foot|ft2|ft\u00b2|"
      "sq.ft.|sq. ft|square ft|sqft.|sq.ft|SF|Sq Ft|SqFt|sq. feet|s.f.|sq/ft|Sq. Ft.|square-feet]")
_A = "[|||||about |approx |approx. |around |~|roughly |approximately |nearly |almost |just over |just under |a bit over |right around |close to |some |over |under |circa |maybe |like |a little over |a little under |exactly |just about ]"

SQFT = {
    "adj": ["{n} " + _U, "{n}-[square-foot|sq-ft|sqft|square foot|sq ft|sf]", "{n} [square foot|square foot|sq ft|sqft|sq. ft.]",
            "{n}[sf|sqft|sq ft|sq.ft.|ft2]", "~{n} " + _U],
    "np": [_A + "{n} " + _U + "[||||| of living space| of living area| of space| inside| of floor space| under roof| in total| total| heated| finished| of interior| livable| of finished space| of house| to live in| of room| indoors| on the inside| under air| all told]",
           "[a living area|a total area|a floor area|an interior|living space|an interior area|a total living area|a square footage|a size|a floor plan] of " + _A + "{n} " + _U,
           _A + "{n} [livable|living|finished|heated|total|interior|usable] " + _U],
    "post": ["of " + _A + "{n} " + _U, "at " + _A + "{n} " + _U, "[coming in at|measuring|totaling|covering|spanning|that is|that's|which is|offering|boasting|that measures|sized at|with a size of] " + _A + "{n} " + _U,
             "with " + _A + "{n} " + _U, ", " + _A + "{n} " + _U + ","],
    "pred": ["is " + _A + "{n} " + _U + "[|| in size| big| inside| altogether| total| all in| in area| in all| of living space| large]",
             "[measures|has|has|offers|spans|covers|comes to|comes in at|runs|is listed at|totals|clocks in at|works out to|provides|measures in at|measures up at|adds up to|boasts|contains|features|includes] " + _A + "{n} " + _U + "[||| of living space| of space| inside| total| of living area]"],
    "clause": ["[living area|living space|the living area|floor area|square footage|the square footage|the size|size|total area|interior|the interior|house size|total living area|the floor area|the living space|the floor plan|sq footage|sqft|its size] [is|comes to|is listed as|comes out to|would be|equals|=|is|of] " + _A + "{n} " + _U,
               "[the square footage|square footage|sq footage|sqft|the sqft|the sq footage] is " + _A + "{n}",
               "there[ is|'s| are] " + _A + "{n} " + _U + "[ of living space| inside| of space| of living area| in it| in total|]",
               "[we have|you get|we've got|I have|they list|you'd get|that gives you|i measured|the listing says|zillow says it's] " + _A + "{n} " + _U + "[| inside| of living space| of space]",
               "it's " + _A + "{n} " + _U + "[| inside| total| all told| of living space| big]", _A + "{n} " + _U,
               "as for size, it's {n} " + _U, "size-wise [it's|we're at|we're talking] " + _A + "{n} " + _U],
    "tag": ["{n} " + _U, "{n}sf", "{n}sqft", "{n} sf", "~{n} sf", "size {n}", "sqft {n}", "{n} " + _U + " [living|liv|house|home|int|interior|living area|heated|total|fin.]", "{n} " + _U, "{n}sq ft", "{n}sq.ft.", "{n} sq", "{n}ft\u00b2", "approx. {n} " + _U, "living area {n}[| " + _U + "]", "living space {n} " + _U],
    "kv": ["[Size|Square feet|Sqft|Sq ft|Living area|Area|Square footage|Floor area|Living space|Interior|House size|Total sqft|SF|SqFt|Sq. Ft.|Home size|Living sqft|Total area|Sq footage|Heated sq ft|Interior area|Home sqft]\t[{n}|{n}|" + _A + "{n}|{n} " + _U + "|" + _A + "{n} " + _U + "]"],
}

_BEDN = "[bedroom{s}|bedroom{s}|bedroom{s}|bed{s}|bed{s}|bdrm{s}|bedrm{s}]"
BEDROOMS = {
    "adj": ["{n}-bedroom", "{n} bedroom", "{n}-bed", "{n} bed", "{n}[br|BR|bd|bdrm|bed]", "{n} [br|BR|bd|BD|bdrm|bdr]", "{n}-[br|BR|bdrm]"],
    "np": ["{n} " + _BEDN, "{n} [bedroom{s}|bedroom{s}|bed{s}]", "{n} [good-sized|large|spacious|comfortable|decent|big|small|nice|full|separate|proper|cozy|bright|generous|huge|tiny|real|sunny] bedroom{s}",
           "[a total of|room for|altogether|] {n} bedroom{s}", "{n} bedroom{s} [upstairs|in total|total|in all|altogether|on one level]", "{n} [br|BR|brs|bd|bds|BRs]", "{n} bed rooms"],
    "post": ["with {n} [bedroom{s}|bedroom{s}|bed{s}|br|bdrms]", "that has {n} [bedroom{s}|bed{s}]", "that sleeps everyone in {n} bedroom{s}"],
    "pred": ["[has|has|has|has got|comes with|offers|features|boasts|includes|contains|holds|provides|is laid out with|is set up with] {n} " + _BEDN, "is a {n}[-| ][bedroom|bed|br|bdrm]", "counts {n} bedroom{s}",
             "has {n} [good-sized|large|spacious|decent|big|small|nice|cozy] bedroom{s}"],
    "clause": ["there [are|are|'re|is] {n} " + _BEDN, "[we have|we've got|you get|I have|I've got|you'll find|they have|you'd get|i count] {n} [bedroom{s}|bed{s}|bedroom{s} in total]", "{n} bedroom{s}[| in all| in total| total| altogether]",
               "[number of bedrooms|bedrooms|bedroom count|the bedroom count|beds|the number of bedrooms]: {n}", "[number of bedrooms|bedroom count|the bedroom count|the number of bedrooms] is {n}", "it's a {n}[-| ][bedroom|bed|br]", "it has {n} places to sleep, I mean bedrooms",
               "all {n} bedrooms [are bright|are upstairs|have closets|get good light|are carpeted|are on the same floor]", "the {n} bedroom{s} [are|have] [bright|big closets|upstairs|a decent size|hardwood floors]", "bedrooms, there are {n}", "as for bedrooms, {n}", "{n} of the rooms are bedrooms"],
    "tag": ["{n}br", "{n}bd", "{n} br", "{n} bd", "{n} bed", "{n} beds", "{n}BR", "{n} BR", "{n}bed", "{n} bdrm", "{n} bedroom{s}", "{n} bedrooms", "{n}bdrm", "{n}BD", "{n}-bed", "{n}b/r", "{n} Beds", "{n} Bed", "beds {n}", "bedrooms {n}", "br {n}", "bed x{n}", "{n}x bed"],
    "kv": ["[Bedrooms|Beds|Bed|BR|Bedroom count|No. of bedrooms|Number of bedrooms|Bdrms|Bedrooms (total)|BRs|# of bedrooms|# bedrooms|Total bedrooms|Bedroom|bd]\t{n}", "Bedrooms\t{n} [bedrooms|beds|br]"],
}
STUDIO = {
    "adj": ["studio"], "np": ["a studio layout", "no separate bedroom", "zero bedrooms", "0 bedrooms", "a studio floor plan", "no bedrooms"],
    "post": ["with no separate bedroom", "that's a studio", "with a studio layout", "with zero bedrooms"],
    "pred": ["is a studio", "is just a studio", "has no separate bedroom", "has zero bedrooms", "has a studio layout", "is a studio apartment", "is basically a studio", "has 0 bedrooms", "is a small studio", "has no bedrooms"],
    "clause": ["it's a studio", "it's a studio so no bedroom", "there is no separate bedroom", "studio layout", "no separate bedroom", "this one is a studio", "just a studio"],
    "tag": ["studio", "Studio", "0 br", "0 bed", "0br", "0bd", "studio unit", "0 bedrooms"], "kv": ["[Bedrooms|Beds|BR]\t[0|studio|0 (studio)|zero|none]", "Type\tstudio"],
}

_BATHN = "[bathroom{s}|bathroom{s}|bath{s}|bath{s}|baths|ba|bth]"
BATHROOMS = {
    "adj": ["{n}-bathroom", "{n} bathroom", "{n}-bath", "{n} bath", "{n} bath", "{n}[ba|BA|bath|bth]", "{n} [ba|BA|bth|bthrm]", "{n}-[ba|BA]"],
    "np": ["{n} " + _BATHN, "{n} [bathroom{s}|bathroom{s}|bath{s}]", "{n} [updated|full-size|modern|tiled|nice|renovated|outdated|new|small|clean|big] bath[room|]{s}", "{full}", "{full}", "{n} [bath|bathroom]{s} [total|in total|altogether|in all]", "{n} [restroom|washroom|bath room|bthrm]{s}", "{n} [ba|BA]"],
    "post": ["with {n} [bath{s}|bathroom{s}|ba]", "that has {n} [bath{s}|bathroom{s}]", "with {full}"],
    "pred": ["[has|has|has|has got|comes with|offers|features|boasts|includes|contains|provides] {n} [bathroom{s}|bath{s}|baths]", "has {full}", "[comes with|features|includes|offers] {full}", "is a {n}[-| ][bath|bathroom|ba]"],
    "clause": ["there [are|are|'re|is] {n} [bathroom{s}|bath{s}]", "[we have|we've got|you get|I have|I've got|you'll find|they have|you'd get] {n} [bathroom{s}|bath{s}]", "{n} [bathroom{s}|bath{s}][| in all| in total| total]",
               "[number of bathrooms|bathrooms|bathroom count|the bathroom count|baths|the number of bathrooms]: {n}", "[number of bathrooms|bathroom count|the number of bathrooms] is {n}", "{full}", "there [are|is] {full}", "we have {full}", "bathrooms, there are {n}", "as for bathrooms, {n}",
               "the {n} bathroom{s} [are|were] [tiled|clean|updated|redone|dated|a bit small]", "all {n} bathrooms have [showers|windows|tile floors]"],
    "tag": ["{n}ba", "{n} ba", "{n}BA", "{n} BA", "{n} bath", "{n} baths", "{n}bath", "{n} bth", "{n} bathroom{s}", "{n}bth", "{n}-bath", "{n} Bath", "{n} Baths", "{full}", "baths {n}", "bathrooms {n}", "ba {n}", "{n}x bath"],
    "kv": ["[Bathrooms|Baths|Bath|BA|Bathroom count|No. of bathrooms|Number of bathrooms|Bthrms|Bathrooms (total)|# of bathrooms|# baths|Total baths|Bathroom|ba]\t{n}", "[Bathrooms|Baths]\t{full}", "Bathrooms\t{n} [baths|bathrooms]"],
}

#: Bedrooms and bathrooms in one breath.
BED_BATH = {
    "adj": ["{b}/{t}", "{b}bed/{t}bath", "{b}br/{t}ba", "{b}BR/{t}BA", "{b} bed, {t} bath", "{b} bed {t} bath", "{b}-bed, {t}-bath", "{b}-bedroom, {t}-bath", "{b} bedroom, {t} bath", "{b} bedroom {t} bathroom", "{b}-bed {t}-bath", "{b}bd/{t}ba", "{b}bd {t}ba", "{b} bed/{t} bath",
            "{b} br {t} ba", "{b} bedroom/{t} bath", "{b}-bedroom/{t}-bath", "{b} and {t}", "{b}x{t}", "{b} bedroom and {t} bath", "{b}-bedroom {t}-bathroom", "{b}b/{t}b", "{b}b{t}b", "{b} BR, {t} BA", "{b} bed and {t} bath", "{b} br, {t} bath"],
    "np": ["{b} bed[room|]{bs} and {t} bath[room|]{ts}", "{b} bed[room|]{bs}, {t} bath[room|]{ts}", "{b} bed[room|]{bs} with {t} bath[room|]{ts}", "{b} bed[room|]{bs}/{t} bath{ts}", "{b} bed[room|]{bs} plus {t} bath[room|]{ts}", "{b} beds & {t} baths", "{b} bedroom{bs} and {full}", "{b} br / {t} ba", "{t} bath[room|]{ts} and {b} bed[room|]{bs}", "{b} bedroom{bs} but only {t} bath[room|]{ts}"],
    "post": ["with {b} bed[room|]{bs} and {t} bath[room|]{ts}", "with {b} bed, {t} bath"],
    "pred": ["is a {b}/{t}", "is a {b}[ bed|-bed|bd|br]/{t}[ bath|-bath|ba|ba]", "has {b} bed[room|]{bs} and {t} bath[room|]{ts}", "is {b} bed[room{bs}|{bs}|] {t} bath[room{ts}|{ts}|]", "is {b} bed[room{bs}|{bs}|], {t} bath[room{ts}|{ts}|]", "is {b} bed[room|] and {t} bath[room|]", "has {b} bedroom{bs} and {full}", "is a {b} bed {t} bath", "has {b} bedroom{bs}, {t} bath{ts}"],
    "clause": ["it's a {b}/{t}", "there are {b} bed[room|]{bs} and {t} bath[room|]{ts}", "it's [a |]{b} bed[room|] [and |]{t} bath[room|]", "we have {b} bed[room|]{bs} and {t} bath[room|]{ts}", "{b} bed[room|]{bs}, {t} bath[room|]{ts}", "{b} bed[room|]{bs} and {t} bath[room|]{ts}", "{b} bed {t} bath", "{b} and {t}"],
    "tag": ["{b}/{t}", "{b}br/{t}ba", "{b}bd/{t}ba", "{b}BR/{t}BA", "{b} bed {t} bath", "{b}bed {t}bath", "{b}bed/{t}bath", "{b} bd {t} ba", "{b} bed / {t} bath", "{b}bd {t}ba", "{b}br {t}ba", "{b} br/{t} ba", "{b}x{t}", "{b}BR-{t}BA", "{b} BD | {t} BA", "{b}bed{t}bath", "{b}br{t}ba", "{b}bd{t}ba", "{b}b/{t}b", "{b} beds {t} baths", "{b} beds, {t} baths", "bed/bath {b}/{t}", "{b}bdr {t}bth"],
    "kv": ["[Bed/bath|Beds/baths|Bed/Bath|BR/BA|Beds & baths|Bedrooms/bathrooms|Bd/Ba]\t{b}/{t}", "[Beds/baths|Bed/bath|Layout]\t{b} bed, {t} bath", "Layout\t{b} bed {t} bath", "[Beds and baths|Bedrooms/baths]\t{b} and {t}"],
}

_BUILT = "[built|built|built|built|constructed|put up|erected|completed|finished|raised]"
YEAR = {
    "adj": ["{y}", "{y}-built", "{y}", "circa-{y}", "{y}-era"],
    "np": ["a [build|construction|building] [date|year] of {y}", "a {y} [build date|construction date|build year]"],
    "post": [_BUILT + " in {y}", _BUILT + " in {y}", "built {y}", "from {y}", "dating [to|from|back to] {y}", "[that was|which was] " + _BUILT + " in {y}", "(built {y})", "(built in {y})", "({y})", "constructed {y}", "circa {y}", "that dates [to|from|back to] {y}", "of {y} vintage", "built around {y}", "with a build year of {y}", "that went up in {y}", ", built in {y},", ", {y} build,", "blt {y}", "that somebody built in {y}", "built way back in {y}", "originally built in {y}"],
    "pred": ["was " + _BUILT + " in {y}", "was built in {y}", "was [originally|first|apparently|only] built in {y}", "dates [from|back to|to] {y}", "is from {y}", "went up in {y}", "was built back in {y}", "is a {y} [build|construction|house|home]", "has been [around|standing|there] since {y}", "got built in {y}", "was new in {y}", "was built {y}", "is a {y}", "is {y}-built", "was finished in {y}", "stands since {y}", "has stood there since {y}", "carries a build year of {y}"],
    "clause": ["[year built|the year built|build year|the build year|construction year|year of construction|year|date built|it's|the year|built|the year of construction] [is|was|:|:|=] {y}", "[built|constructed|completed|erected] in {y}", "built {y}", "they built it in {y}", "it's from {y}", "[my grandfather|my dad|the developer|the builder|the first owner|my uncle|the original owners|some builder|my grandparents|we|my parents] built it in {y}", "[construction finished|construction was completed|construction wrapped up|construction ended|they broke ground and finished] in {y}", "{y} [construction|build]", "it's a {y} build", "it goes back to {y}", "in {y} it was built", "{y} is when it was built", "{y} is the year it was built", "the place goes back to {y}", "it was {y} when they built it", "the build date is {y}"],
    "tag": ["built {y}", "blt {y}", "{y}", "b. {y}", "yr {y}", "{y} build", "built in {y}", "yb {y}", "circa {y}", "c. {y}", "yr built {y}", "{y} construction", "const. {y}", "bilt {y}", "Built {y}", "year built {y}", "{y}-built", "constructed {y}", "year {y}", "blt. {y}", "{y} blt", "{y} built", "from {y}", "est. {y}", "({y})", "yr blt {y}"],
    "kv": ["[Year built|Built|Year|Yr built|Construction year|Build year|Year of construction|Built in|YB|Date built|Construction|Yr|Year Built|Year constructed|Yr Blt|Build date]\t[{y}|{y}|{y}|in {y}]"],
}

LOCATION = {
    "coast": {
        "adj": ["[coastal|seaside|oceanfront|beachfront|waterfront coastal|beach|ocean-front|seafront|beachside|oceanside|shorefront|ocean-view|ocean view|sea-view|bayside coastal|coast|shore|sea-side|ocean side|beach front]"],
        "post": ["on the [coast of Maine|Oregon coast|California coast|Florida coast|Jersey shore|Gulf coast|East coast|coast of Oregon|New England coast|Carolina coast]", "on the coast near [Tampa|Savannah|Salem|San Diego]", "[near|by] the beach in [Florida|California|San Diego|Oregon|New Jersey]", "[on|along|by|near|right on|at|close to|off|overlooking] the [coast|coast|shore|seashore|coastline|seaside|waterfront by the sea]", "[by|on|near|overlooking|next to|right by|facing|beside|across from|steps from|right on|at] the [beach|ocean|sea]", "in a [coastal town|beach town|seaside town|beach community|coastal community|seaside village|coastal area|seaside resort|coastal neighborhood|fishing town on the coast|surf town]", "with [an ocean view|ocean views|a sea view|sea views|views of the ocean|views of the sea|direct beach access|ocean frontage|a view over the ocean|the beach at the door]", "a stone's throw from the [beach|ocean|sea]", "at the [seaside|coast|shore|beach|seashore]", "[on the water|down] by the [sea|ocean|shore]", "where you can hear the [waves|ocean|surf]"],
        "tag": ["coast", "coastal", "oceanfront", "beachfront", "on the coast", "by the sea", "beach", "seaside", "near the beach", "on the beach", "ocean view", "ocean views", "beach house", "coastal location", "sea view", "coastal town", "coast loc", "by the beach", "at the coast", "ocean side", "by the ocean", "beachside", "coast area", "seafront"],
        "value": ["coast", "coastal", "the coast", "on the coast", "beachfront", "oceanfront", "seaside", "beach town", "by the sea", "coastal town", "Coast", "ocean front", "by the beach", "coastline", "shore", "waterfront (ocean)"],
        "house": ["beach house", "beach cottage", "beach bungalow", "seaside cottage", "coastal cottage", "ocean house", "beach place", "shore house", "coast house", "beach condo", "surf shack by the ocean"],
    },
    "city": {
        "adj": ["[city|urban|downtown|inner-city|in-town|city-center|midtown|central city|metropolitan|uptown|inner city|big-city|city centre|metro]"],
        "post": ["in the city of [Boston|Denver|Tampa|Chicago|Dallas]", "in downtown [Boston|Austin|Chicago|Denver|Portland|Dallas|Phoenix|Raleigh]", "[downtown|in the city] in [Boston|Austin|Chicago|Tulsa|Omaha]", "in the [city|city|city|city center|city centre|heart of the city|middle of the city|middle of downtown|inner city|downtown area|big city|urban core|city proper|center of the city|heart of downtown|metro area|metropolis]", "[downtown|right downtown|in downtown|in midtown|uptown|in the downtown core]", "in [an urban|a city|a downtown|an inner-city|a central urban|a metropolitan] [neighborhood|area|location|district|setting|neighbourhood|block]", "in a [big|major|large|busy] city", "within city limits", "inside the city", "right in [town center|the city]", "smack in the middle of the city", "in a downtown high-rise", "on a city block"],
        "tag": ["city", "downtown", "urban", "in the city", "city center", "city location", "inner city", "midtown", "urban area", "city loc", "central city", "big city", "downtown area", "city centre", "urban location", "metro", "metro area", "heart of the city", "downtown loc"],
        "value": ["city", "downtown", "urban", "the city", "in the city", "city center", "City", "inner city", "urban area", "midtown", "city centre", "big city", "metropolitan", "metro area"],
        "house": ["city apartment", "city condo", "downtown loft", "city townhouse", "downtown condo", "urban loft", "city house", "city flat", "brownstone in the city", "downtown apartment", "city home", "urban townhome", "town house in the city"],
    },
    "suburb": {
        "adj": ["[suburban|suburb|suburban|suburbia]"],
        "post": ["in a suburb of [Chicago|Boston|Denver|Dallas|Columbus|Austin|Phoenix]", "in the [Chicago|Boston|Dallas|Denver|Ohio|Texas|New Jersey] suburbs", "in the suburbs of [Chicago|Boston|Denver|Raleigh|Omaha]", "in the [suburbs|suburbs|suburbs|burbs|'burbs|outer suburbs|suburb|leafy suburbs|near suburbs|inner suburbs]", "in [a|a quiet|a leafy|a nice|a family-friendly|a gated|an older|a new|a sleepy] [suburb|suburban neighborhood|suburban area|suburban subdivision|suburban development|suburban street|suburban community]", "out in the [suburbs|burbs]", "in suburbia", "in a suburb [outside the city|of the city|near the city|with good schools|]", "on a suburban [street|cul-de-sac|lane|block|road]", "in a suburban [setting|location]", "in the suburbs [of the city|outside the city|]"],
        "tag": ["suburb", "suburbs", "suburban", "in the suburbs", "burbs", "suburbia", "suburban area", "suburban location", "suburb loc", "in the burbs", "suburban neighborhood", "quiet suburb", "suburban home", "the burbs", "leafy suburb"],
        "value": ["suburb", "suburbs", "suburban", "the suburbs", "in the suburbs", "Suburb", "suburbia", "quiet suburb", "suburban neighborhood", "burbs", "suburban area"],
        "house": ["suburban home", "suburban house", "suburban split-level", "suburban ranch", "suburban colonial", "suburban family home", "house in the suburbs", "tract home in the suburbs"],
    },
    "village": {
        "adj": ["[village|rural|country|countryside|small-town|rural village|farm-country|rustic village|small town]"],
        "post": ["in a [small |little |]village in [Vermont|Ohio|Maine|Michigan|Georgia]", "in [the countryside of|rural] [Ohio|Vermont|Texas|Georgia|Michigan]", "in the country [outside|near] [Albany|Tulsa|Salem|Madison]", "in [a|a small|a quiet|a tiny|a little|an old|a rural|a pretty|a farming|a charming|a remote|a sleepy|the] village", "in a [country village|countryside village|hamlet|small hamlet|little country town|small rural town|small country town|rural area|rural setting|farming community|rural community|rural town|small town]", "in the [countryside|country|village|village center|rural outskirts]", "out in the [country|countryside|sticks]", "in a [small town|village] [out in the country|in the country|in the countryside|surrounded by fields|surrounded by farms|]", "[on a country road|on a country lane|on a rural road]", "[in|near the center of|on the edge of|in the middle of|at the edge of] [a village|the village]", "in rural [surroundings|parts|country]"],
        "tag": ["village", "rural", "countryside", "in the village", "country", "small village", "in a village", "village location", "small town", "rural area", "country setting", "hamlet", "village loc", "rural village", "country village", "in the countryside", "rural setting", "in the country", "quiet village"],
        "value": ["village", "rural", "countryside", "the village", "in a village", "Village", "small village", "rural area", "country village", "small town", "hamlet", "the countryside", "rural village", "country"],
        "house": ["village house", "country house", "country cottage", "village cottage", "country home", "village home", "country place", "rural home", "farmhouse in the village", "cottage in the country", "house in a village"],
    },
    "mountain": {
        "adj": ["[mountain|mountainside|alpine|ski-town|mountain-view|mountaintop|hillside mountain|ski|ski-in ski-out|mountain-top|mountain town|highland|slopeside|ski resort]"],
        "post": ["in the [Colorado|Utah|Smoky|Blue Ridge|Rocky|White|Vermont|North Carolina] mountains", "in the mountains [of Colorado|near Boise|outside Denver|of Utah|of North Carolina]", "in the [mountains|mountains|mountains|Rockies|high country|Alps|foothills of the mountains|Smoky Mountains|Appalachians|Sierra|mountains near a ski resort]", "up in the [mountains|hills of the mountain|mountain|high mountains]", "in a [mountain town|ski town|mountain village|ski village|mountain community|ski resort|mountain resort|mountain valley|mountain area|ski area|alpine town|alpine village|ski resort town]", "on [a|the] [mountain|mountainside|mountain slope|side of a mountain|slopes]", "with [mountain views|a mountain view|views of the mountains|ski-in access|ski access|a view of the peaks]", "[near|next to|close to|by|at] the [ski slopes|ski lifts|ski hill|slopes|mountains|ski area|ski resort]", "at [9,000|8,000|7,500|6,000] feet [of elevation |]in the mountains", "high [up |]in the mountains"],
        "tag": ["mountain", "mountains", "in the mountains", "alpine", "ski town", "mountain view", "mountain views", "mountain town", "mountain location", "ski resort", "mountainside", "mountain area", "mtn", "mountain loc", "up in the mountains", "mountain setting", "ski area", "ski-in/ski-out", "mtn views", "mountain retreat"],
        "value": ["mountain", "mountains", "the mountains", "in the mountains", "Mountain", "ski town", "alpine", "mountain town", "mountain area", "ski resort", "mountainside", "mountain village"],
        "house": ["mountain cabin", "mountain home", "mountain house", "ski chalet", "mountain lodge", "ski cabin", "mountain retreat", "alpine chalet", "mountain chalet", "ski house", "cabin in the mountains", "log cabin in the mountains", "ski condo"],
    },
}
_LOCATION_COMMON = {
    "pred": ["is {post}", "is {post}", "sits {post}", "is located {post}", "is situated {post}", "stands {post}", "can be found {post}", "is right {post}", "lies {post}", "is set {post}", "is in a {adj} [location|area|setting|spot]", "is {adj}", "is nestled {post}", "is tucked away {post}", "happens to be {post}"],
    "clause": ["[location|the location|area|setting|the area|neighborhood|the setting|it's a|loc] [is|:|:|=] {value}", "it's {post}", "we're {post}", "we live {post}", "it's located {post}", "{post}", "{adj} [location|area|setting|spot]", "located {post}", "situated {post}", "[location-wise|as for location,|where? well,] it's {post}", "you'd be living {post}", "the neighborhood is {adj}", "it's a {house}", "this is a {house}"],
    "kv": ["[Location|Area|Setting|Where|Loc|Neighborhood|Location type|Region|Situated|Surroundings|Place|Location Type|Area type|loc.]\t{value}"],
}

CONDITION = {
    "poor": {
        "adj": ["[run-down|rundown|dilapidated|neglected|beat-up|crumbling|derelict|distressed|falling-apart|ramshackle|decrepit|trashed|poorly maintained|poorly kept|badly neglected|poor-condition|uninhabitable|shabby and run-down|wrecked|tumbledown|half-ruined|battered|badly damaged]"],
        "post": ["in [poor|poor|poor|bad|bad|terrible|rough|awful|very bad|horrible|very poor|really rough|pretty bad|pretty rough|sad|dreadful|dire|lousy|terrible|very rough|miserable|crummy|disastrous|shocking] [condition|condition|shape|shape|state|repair]", "in need of [a lot of work|major repairs|a total renovation|serious work|a full renovation|a complete overhaul|major work|extensive repairs|a gut renovation|lots of repairs|complete renovation|total rehab|much work|major renovation]", "that's [falling apart|a fixer-upper|a total fixer-upper|a wreck|a dump|a gut job|a teardown|basically a teardown|run down|been neglected|in ruins|barely standing|a mess]", "that needs [a lot of work|work|lots of work|major repairs|tons of work|a ton of work|everything redone|a full renovation|serious repairs|a new roof and everything else|to be gutted|a complete renovation|to be rebuilt|major work]", "needing [a lot of work|major work|work|full renovation|total renovation|major repairs|everything]", "with [major damage|a leaking roof and mold|serious structural problems|lots of damage|water damage and mold|major issues|foundation problems and rot]"],
        "pred": ["needs [a lot of work|work|lots of work|major repairs|tons of work|a ton of work|everything redone|a full renovation|serious work|a total overhaul|to be gutted|a complete remodel|a whole lot of work|major work|major renovation|a gut renovation|so much work|serious repairs|quite a lot of work|loads of work|extensive work]", "is [falling apart|run down|run-down|dilapidated|a wreck|a fixer-upper|a fixer upper|a total fixer-upper|a dump|in ruins|a gut job|a teardown|a tear-down|a complete mess|neglected|in disrepair|beat up|a handyman special|barely livable|crumbling|a real fixer|rotting|uninhabitable|trashed|a disaster|a fixer|a money pit that needs everything|pretty much a teardown|a shambles]", "has been [neglected for years|let go|badly neglected|sitting empty and rotting|left to rot|abandoned for years|trashed by tenants]", "is in [poor|bad|terrible|rough|awful|very bad|horrible|pretty bad|pretty rough|really bad|very poor] [condition|shape]", "has [mold and a leaky roof|major problems|serious foundation issues|lots of problems|a caved-in roof|rot everywhere|holes in the roof]"],
        "clause": ["it's [a fixer-upper|a fixer upper|a total wreck|falling apart|in bad shape|in rough shape|in poor shape|pretty run down|a dump|a real fixer-upper|in terrible shape|in poor condition|a handyman special|a tear-down|pretty beat up]", "everything needs [replacing|fixing|work|to be redone|redoing]", "nothing [works|has been maintained|has been fixed in decades]", "it'll need [a lot of work|everything redone|to be gutted|major repairs|a full renovation]", "the [roof leaks and the floors are rotten|whole thing is falling apart|place is a wreck|walls are crumbling|place has been neglected]", "honestly it's [falling apart|a dump|a wreck|in awful shape]", "it's poor", "we never fixed anything and it shows"],
        "tag": ["poor", "poor condition", "fixer-upper", "fixer upper", "needs work", "needs a lot of work", "run down", "run-down", "poor cond", "bad shape", "rough shape", "handyman special", "gut job", "teardown", "poor shape", "needs major work", "fixer", "needs full renovation", "dilapidated", "bad condition", "needs everything", "TLC needed badly", "needs lots of work", "terrible condition", "needs major repairs", "rundown", "needs rehab", "bad cond.", "in need of major repairs", "tear-down", "falling apart", "neglected"],
        "value": ["poor", "bad", "poor condition", "fixer-upper", "needs work", "needs a lot of work", "run-down", "run down", "rough", "Poor", "terrible", "very poor", "bad shape", "dilapidated", "fixer upper", "needs major repairs", "awful", "falling apart", "needs full renovation"],
    },
    "fair": {
        "adj": ["[dated|outdated|average-condition|so-so|fair-condition|lived-in|slightly worn|tired but livable|a bit dated|somewhat dated|average-shape|slightly dated|worn|a little tired|run-of-the-mill|mediocre]"],
        "post": ["in [fair|fair|fair|average|average|okay|ok|so-so|decent|acceptable|passable|mediocre|middling|reasonable|livable|tolerable|alright|fairly average|just ok] [condition|condition|shape|shape|state]", "that [is a bit dated|is dated|needs some updating|needs a little work|needs some work|needs a bit of work|could use some updates|is showing its age|could use some TLC|is a little worn|needs some TLC|has some wear and tear|needs cosmetic updates|could use a refresh|needs minor repairs|needs some love]", "in need of [some updating|a little work|some work|cosmetic updates|minor repairs|a refresh|some TLC|a bit of work|light repairs|a little TLC|some cosmetic work]", "with [some wear and tear|a dated interior|some wear|dated finishes|dated kitchen and baths|original finishes and some wear]"],
        "pred": ["needs [some updating|a little work|some work|a bit of work|some TLC|cosmetic updates|some love|minor repairs|a refresh|some cosmetic work|a few updates|some minor repairs|updating|a little TLC|a few repairs|a little love|a bit of TLC|a few fixes|some sprucing up]", "is [a bit dated|dated|so-so|okay|average|a little worn|showing its age|nothing special but livable|livable but dated|a little tired|kind of dated|outdated|in fair shape|in average shape|in okay shape|in decent shape|in fair condition|in average condition|ok but nothing fancy|a bit tired|somewhat worn|a little rough around the edges|neither great nor terrible]", "could use [some updates|some updating|a fresh coat of paint|a refresh|a little work|some work|some TLC|a bit of TLC|a facelift|some love|new carpet and paint|a bit of updating]", "shows [its age|some wear|some wear and tear|a bit of wear]", "has [some wear and tear|a dated interior|a dated kitchen|some wear|seen better days but is livable|seen some wear]"],
        "clause": ["it's [in fair shape|so-so|a bit dated|okay, nothing special|average|in average condition|in decent shape|in okay shape|ok|livable but dated|showing its age|a little worn|in fair condition|alright|in so-so shape|fine but dated]", "condition is [so so|meh|okay|average|just ok|nothing special]", "nothing has been updated but everything works", "it's livable but [dated|tired|could use updates|needs updating]", "the [kitchen and baths are dated|interior is dated|inside is a bit dated|finishes are dated|carpets are worn and the kitchen is dated]", "not great, not terrible", "shape is so-so", "a few things need fixing"],
        "tag": ["fair", "fair condition", "average", "average condition", "dated", "so-so", "fair cond", "needs some work", "needs updating", "ok condition", "okay condition", "fair shape", "a bit dated", "average shape", "needs some TLC", "needs a little work", "decent condition", "ok shape", "some wear", "needs minor repairs", "lived in", "decent shape", "avg condition", "avg cond", "needs cosmetic updates", "outdated", "so so condition"],
        "value": ["fair", "average", "okay", "ok", "so-so", "dated", "Fair", "fair condition", "needs some work", "average condition", "decent", "livable", "needs updating", "mediocre", "a bit dated", "some wear"],
    },
    "good": {
        "adj": ["[well-kept|well kept|well-maintained|good-condition|solid|well maintained|nicely kept|well-cared-for|good-shape|nicely maintained|sound|properly maintained|tidy|well looked after]"],
        "post": ["in [good|good|good|nice|solid|good|pretty good|really good|very good|quite good|fine|good overall|good solid|generally good|sound|rather good] [condition|condition|shape|shape|state|repair]", "that's [well kept|well maintained|been well maintained|been well kept|been looked after|nicely maintained|well cared for|been taken care of|in good shape|been kept up]", "that has been [well maintained|well cared for|kept up|looked after|taken good care of]", "kept in good [order|shape|condition]"],
        "pred": ["is [well kept|well maintained|in good shape|in good condition|in nice shape|in solid shape|nicely kept|well cared for|in good repair|good|in pretty good shape|well looked after|in really good shape|in very good condition|in good order|in very good shape|solid and well kept|nicely maintained|in solid condition]", "has been [well maintained|well kept|well cared for|kept up|taken care of|looked after|nicely maintained|kept in good shape|kept up nicely|kept in good repair|lovingly maintained]", "shows [well|nicely|good care]", "doesn't need any [major |big |]work"],
        "clause": ["it's [in good shape|well kept|well maintained|in good condition|in nice shape|in solid condition|in pretty good shape|in good repair|good|been kept up well|in very good shape]", "we've [kept it up|taken good care of it|maintained it well|kept it in good shape|looked after it]", "[everything works|everything is in working order|no major repairs needed|everything's been maintained|we kept up with maintenance] and it's in good shape", "good condition overall", "overall it's in good [shape|condition]", "condition is [pretty good|good overall|quite good]", "the previous owners took good care of it"],
        "tag": ["good", "good condition", "well kept", "well maintained", "good cond", "good shape", "nice shape", "well-kept", "solid condition", "good cond.", "well-maintained", "in good shape", "very good condition", "nice condition", "gd condition", "good repair", "pretty good shape", "in good condition", "well cared for", "solid shape", "gd cond"],
        "value": ["good", "good condition", "well kept", "well maintained", "Good", "nice", "solid", "very good", "pretty good", "well-kept", "good shape", "quite good"],
    },
    "excellent": {
        "adj": ["[immaculate|pristine|turnkey|mint|move-in ready|fully renovated|like-new|completely remodeled|excellent-condition|fully updated|flawless|totally renovated|newly renovated|spotless|impeccable|top-condition|mint-condition|gut-renovated|move-in-ready|freshly renovated|completely renovated|beautifully restored|fully remodeled|showroom-condition]"],
        "post": ["in [excellent|excellent|excellent|mint|perfect|pristine|immaculate|great|superb|top|like-new|like new|amazing|impeccable|flawless|outstanding|fantastic|tip-top|exceptional|wonderful|absolutely perfect|awesome|brilliant|spotless] [condition|condition|shape|shape|state]", "that's [move-in ready|turnkey|immaculate|like new|fully renovated|completely remodeled|spotless|pristine|basically brand new inside|been fully renovated|been completely redone|been totally remodeled|top notch|absolutely perfect]", "that [was just fully renovated|has been completely renovated|was gut renovated|has been completely redone|looks brand new|looks like new]", "with everything [brand new|renovated|redone|updated]", "kept in [perfect|immaculate|mint] condition"],
        "pred": ["is [immaculate|pristine|turnkey|move-in ready|move in ready|like new|fully renovated|in excellent condition|in mint condition|in perfect shape|spotless|in excellent shape|completely remodeled|flawless|in pristine condition|impeccable|in great shape|in top shape|in great condition|totally renovated|in amazing condition|absolutely perfect|in perfect condition|excellent|as good as new|in superb condition|in tip-top shape|top notch|mint|fully updated|completely redone]", "was [completely|fully|totally] [renovated|remodeled|redone] in [2012|2016|2018|2019|2020|2021|2022|2023|2024]", "was [completely renovated|fully renovated|just renovated top to bottom|gut renovated|completely remodeled|totally redone|fully remodeled|renovated from top to bottom|just remodeled]", "has been [completely renovated|fully renovated|completely remodeled|totally redone|redone top to bottom|fully updated|gutted and rebuilt like new|fully restored|meticulously maintained]", "looks [brand new|like new|like it was built yesterday|immaculate|perfect]"],
        "clause": ["it's [immaculate|in mint condition|move-in ready|turnkey|like new|in excellent shape|in perfect condition|fully renovated|spotless|in great shape|in excellent condition|pristine|totally remodeled|in great condition|flawless|in top condition|mint]", "everything [is brand new inside|has been redone|has been renovated|is like new|was just renovated|is top of the line and new|has been updated top to bottom]", "not a thing needs doing", "it doesn't need a thing", "nothing needs to be done, it's perfect", "we [fully renovated it|renovated the whole thing|redid everything|just finished a full renovation|gutted it and redid everything]", "you could move in tomorrow"],
        "tag": ["excellent", "excellent condition", "mint", "turnkey", "move-in ready", "immaculate", "excellent cond", "like new", "fully renovated", "pristine", "mint condition", "excellent shape", "turn-key", "fully updated", "great shape", "perfect condition", "move in ready", "totally remodeled", "completely renovated", "great condition", "exc. cond.", "spotless", "excellent cond.", "in mint condition", "top condition", "perfect shape", "renovated", "fully remodeled"],
        "value": ["excellent", "mint", "immaculate", "like new", "turnkey", "Excellent", "perfect", "pristine", "move-in ready", "fully renovated", "great", "excellent condition", "mint condition", "superb", "top", "flawless", "outstanding"],
    },
}
_CONDITION_COMMON = {
    "clause": ["[condition|the condition|overall condition|shape|general condition|state|its condition|the overall condition|current condition] [is|:|:|=|would be] {value}", "[I'd call|I would call|I'd say|I'd rate|we'd rate|people would call] the condition {value}", "[condition-wise|as for condition,|shape-wise] it's {value}", "the house {pred}", "the place {pred}", "{post}"],
    "kv": ["[Condition|State|Shape|Cond|Overall condition|Cond.|Property condition|Current condition|Quality|Home condition|State of repair|Condition of home|condition]\t{value}"],
}

_LOT = "[lot|lot|lot|plot|parcel|property|piece of land|yard]"
LOT_ACRE = {
    "adj": ["{bare}"],
    "np": ["a {bare} " + _LOT, "a {bare} [lot|yard|plot]", "{acre} of [land|property|yard|ground|land around it]", "a [lot|plot|yard|parcel] of {acre}", "a {bare} [corner|level|wooded|flat|fenced|big|landscaped|private|treed|sloped] [lot|yard]", "{acre}", "a [big|nice|large|flat|huge|small|level|wooded|good] {bare} [lot|yard]"],
    "post": ["on {acre}", "on {acre} of land", "on a {bare} " + _LOT, "on a {bare} lot", "sitting on {acre}", "set on {acre}", "with {acre}[ of land| of yard| around it|]", "on a lot of {acre}", "with a {bare} [lot|yard]", "situated on {acre}", "on about {acre}", "on roughly {acre}", "that sits on {acre}", "on a [flat|corner|wooded|nice|big|large|level|sloping] {bare} lot", "with {acre} of land"],
    "pred": ["sits on {acre}", "sits on a {bare} [lot|parcel|plot]", "is on {acre}", "has {acre}[ of land| of yard|]", "comes with {acre}[ of land|]", "stands on {acre}", "has a {bare} [lot|yard]", "is set on {acre}", "includes {acre} of land", "occupies {acre}", "sits on about {acre}", "is situated on {acre}", "rests on {acre}", "sits on {acre} of [land|property]", "is on a {bare} lot", "comes on {acre}"],
    "clause": ["[the lot|lot|lot size|the land|the yard|the plot|land|the lot size|the parcel|the property|plot size|the grounds|yard] [is|comes to|is about|measures|covers|:|is roughly|runs|totals] {acre}", "there['s| is] {acre} of [land|yard|property|ground]", "we have {acre}[ of land|]", "we're on {acre}", "you get {acre} of land", "it's on {acre}", "{bare} [lot|yard|plot]", "{acre}", "as for the land, {acre}", "{acre} come[s|] with it", "the land that goes with it is {acre}", "[I|we] own {acre} around it"],
    "tag": ["{acre}", "{bare} lot", "{bare} lot", "lot {acre}", "{acre} lot", "on {acre}", "{bare} plot", "{acre} land", "{bare} yard", "{bare} parcel", "lot: {acre}", "{acre} of land"],
    "kv": ["[Lot|Lot size|Land|Plot|Plot size|Land area|Lot area|Yard|Acreage|Lot Size|Parcel|Land size|Lot (acres)|Property size]\t{acre}", "[Acres|Acreage]\t{num}"],
}
LOT_SQFT = {
    "adj": ["{n} " + _U + " lot"],
    "np": ["a {n} " + _U + " " + _LOT, "a {n}[-square-foot| square foot| sq ft| sqft| sf|sf] [lot|plot|yard|parcel]", "a [lot|plot|parcel|yard|lot size] of " + _A + "{n} " + _U, _A + "{n} " + _U + " of [land|yard|lot|property|ground|grounds|outdoor space|lot space]", "a [big|nice|large|flat|corner|small|level|fenced|wooded] {n} [sq ft|sqft|square foot|sf] [lot|yard]", "a [lot|plot|yard] that is " + _A + "{n} " + _U],
    "post": ["on a {n} " + _U + " " + _LOT, "on a {n}[-square-foot| square foot| sq ft| sqft| sf|sf] [lot|plot|parcel|piece of land]", "on " + _A + "{n} " + _U + " of [land|property|ground|yard]", "with a {n} " + _U + " [lot|yard|plot]", "on a [lot|plot|parcel] of " + _A + "{n} " + _U, "sitting on a {n} " + _U + " lot", "set on a {n} " + _U + " [lot|plot]", "on a [flat|corner|nice|big|large|level|sloping|private] {n} [sq ft|sqft|square foot|sf] lot"],
    "pred": ["sits on a {n} " + _U + " [lot|parcel|plot]", "sits on " + _A + "{n} " + _U + " of land", "has a {n} " + _U + " [lot|yard|plot]", "comes with a {n} " + _U + " [lot|yard|plot]", "is on a {n} " + _U + " lot", "stands on a {n} " + _U + " [plot|lot]", "has a lot of " + _A + "{n} " + _U, "occupies a {n} " + _U + " lot", "is set on a {n} " + _U + " lot", "includes a {n} " + _U + " yard", "is on a lot of {n} " + _U],
    "clause": ["[the lot|lot|lot size|the land|the yard|the plot|land|the lot size|the parcel|the property lot|plot size|the lot itself|the land area|the whole lot] [is|comes to|is about|measures|covers|:|is roughly|totals|runs|is listed at] " + _A + "{n} " + _U, "[the lot size|lot size|the lot|lot|the plot] [is|:|=] {n}", "there['s| is] a {n} " + _U + " [lot|yard]", "we have a {n} " + _U + " [lot|yard]", "you get a {n} " + _U + " [lot|yard|plot]", "it's on a {n} " + _U + " lot", "{n} " + _U + " lot", "the lot it sits on is {n} " + _U, "as for the lot, {n} " + _U, "[outside|outdoors] you have a {n} " + _U + " [lot|yard]"],
    "tag": ["{n} " + _U + " lot", "{n}sf lot", "lot {n} " + _U, "lot {n}", "{n} lot", "lot size {n}", "{n} sqft lot", "{n} sf lot", "{n} sq ft lot", "{n} sq ft yard", "lot: {n} " + _U, "{n} " + _U + " plot", "on {n} sf lot", "land {n} " + _U, "{n} " + _U + " of land", "lot sqft {n}", "lot = {n}"],
    "kv": ["[Lot|Lot size|Land|Plot|Plot size|Land area|Lot area|Yard|Lot sqft|Lot Size|Parcel|Lot sq ft|Land size|Lot (sq ft)|Lot Sq. Ft.]\t[{n}|{n} " + _U + "|{n} " + _U + "|" + _A + "{n} " + _U + "]"],
}

GARAGE = {
    "adj": ["{n}-car-garage", "{n}-car garage"],
    "np": ["a {n}[-| ]car garage", "a {n}[-| ]car garage", "a [big|detached|attached|nice|large|heated|roomy|finished|built-in|small|deep|proper] {n}[-| ]car garage", "{n} garage [space{s}|spot{s}|bay{s}|stall{s}|parking space{s}]", "a garage for {n}[| car{s}| vehicle{s}]", "garage [space|parking|room] for {n}[| car{s}| vehicle{s}]", "a {n}[-| ][bay|stall|space|vehicle|spot] garage", "a garage [that fits|fitting|that holds|with room for|big enough for|with space for|that takes] {n}[ car{s}| vehicle{s}|]", "room for {n} car{s} in the garage", "{n} [car|vehicle]{s} worth of garage", "{word} garage", "a garage with {n} [bay{s}|space{s}|stall{s}|spot{s}]", "{n} covered spaces in the garage", "parking for {n} car{s} in the garage", "{n}[-| ]car [attached|detached|tandem] garage"],
    "post": ["with a {n}[-| ]car garage", "with garage [space|parking] for {n}", "with {n} garage [spaces|spots|bays]", "and a {n}[-| ]car garage", "with {word} garage", "plus a {n}[-| ]car garage", "with a garage for {n}[ cars|]", "with a {n}[-| ]car [attached|detached] garage"],
    "pred": ["has a {n}[-| ]car garage", "comes with a {n}[-| ]car garage", "has a garage for {n}[ car{s}|]", "includes a {n}[-| ]car garage", "has {n} garage [space{s}|spot{s}|bay{s}|stall{s}]", "has {word} garage", "offers a {n}[-| ][car|bay|stall] garage", "features a {n}[-| ]car garage", "has room for {n} car{s} in the garage", "comes with {word} garage", "has a [big|detached|attached|nice|heated|small] {n}[-| ]car garage", "has garage [space|parking] for {n}[ car{s}| vehicle{s}|]"],
    "clause": ["[the garage|garage] [fits|holds|takes|has room for|has space for|is big enough for|can hold|can fit|is for|houses|accommodates|fits up to|sleeps] {n}[ car{s}| vehicle{s}|]", "there['s| is] a {n}[-| ]car garage", "we have a {n}[-| ]car garage", "garage spaces: {n}", "it's got a {n}[-| ]car garage", "you can [park|fit|put|get] {n} car{s} in the garage", "{n}[-| ]car garage", "there are {n} garage [spaces|spots|bays|stalls]", "[the number of garage spaces|garage capacity|the garage capacity|garage size] is {n}[| car{s}]", "the garage [is|'s] a {n}[-| ]car[| one| garage]", "{word} garage", "there's {word} garage", "we park {n} car{s} in the garage", "garage for {n}", "parking is a {n}[-| ]car garage"],
    "tag": ["{n} car garage", "{n}-car garage", "{n} car gar", "{n}-car gar", "{n}car garage", "{n} car gar.", "gar {n}", "garage {n}", "{n} garage", "{n}c garage", "{n}-car", "{n} gar", "garage for {n}", "{bareword} garage", "{n}-car attached garage", "{n} garage spaces", "{n} car att. garage", "garage x{n}", "{n}cg", "{n}-car gge", "{n} car att garage", "{n} bay garage", "{n}-car det. garage", "2gar".replace("2", "{n}"), "{n} garage space{s}"],
    "kv": ["[Garage|Garage spaces|Garage size|Garage spots|Garage capacity|Car garage|Gar|Garage stalls|Garage Spaces|Garage bays|# garage spaces|Garages|Garage parking]\t[{n}|{n}|{n} car{s}|{n}-car|{n} space{s}|{n} spots|for {n}]", "[Parking|Garage]\t{n}[-| ]car garage"],
}
GARAGE_NONE = {
    "np": ["no garage", "no garage", "no garage space", "no garage at all", "zero garage spaces", "0 garage spaces"],
    "adj": ["no-garage", "garageless"],
    "post": ["without a garage", "with no garage", "but no garage", "and no garage", "that has no garage", "minus a garage", "that lacks a garage", "with no garage space", "without any garage"],
    "pred": ["has no garage", "doesn't have a garage", "does not have a garage", "lacks a garage", "comes without a garage", "has no garage, [just|only] [street parking|a driveway|a carport]", "has zero garage spaces", "never had a garage", "doesn't come with a garage", "does not include a garage"],
    "clause": ["no garage", "there['s| is] no garage", "there isn't a garage", "we don't have a garage", "no garage, just [street parking|a driveway]", "sadly no garage", "no garage though", "garage: none", "[unfortunately|but|sadly|alas] there's no garage", "I don't have a garage", "a garage is missing", "it's missing a garage", "garage? no", "no garage unfortunately", "no place to park, no garage", "without garage"],
    "tag": ["no garage", "no gar", "no garage", "garage: no", "w/o garage", "0 garage", "no gar.", "street parking, no garage", "0 car garage", "garage none", "without garage", "no garage spaces"],
    "kv": ["[Garage|Garage spaces|Gar|Parking garage]\t[none|no|0|None|No|n/a|zero|no garage]", "Garage\tno"],
}
GARAGE_WORDS = {1: ["a single", "a one-car", "a single-car", "a 1-car"], 2: ["a double", "a two-car", "a double-car", "a dual"], 3: ["a triple", "a three-car", "a triple-car"], 4: ["a four-car", "a quad"]}


def _strip_article(text):
    for a in ("a ", "an ", "A ", "An "):
        if text.startswith(a):
            return text[len(a):]
    return text


class House:
    """The facts of one house; ``None`` where the message will not say."""

    def __init__(self, values):
        self.values = values

    def get(self, name):
        return self.values.get(name)


def draw_values(rng, names):
    """Random plausible values for the given fields."""
    v = {}
    for name in names:
        if name == "sqft":
            n = int(round(min(12000, max(320, 2.718281828 ** rng.gauss(7.55, 0.45)))))
            r = rng.random()
            n = n // 100 * 100 if r < 0.35 else n // 50 * 50 if r < 0.6 else n // 10 * 10 if r < 0.8 else n
            v[name] = max(300, n)
        elif name == "bedrooms":
            v[name] = rng.choices([0, 1, 2, 3, 4, 5, 6, 7, 8], [3, 8, 17, 26, 22, 13, 6, 3, 2])[0]
        elif name == "bathrooms":
            v[name] = rng.choices([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [14, 15, 22, 18, 12, 9, 5, 3, 2, 1, 1])[0]
        elif name == "year_built":
            r = rng.random()
            v[name] = rng.randint(1945, 2024) if r < 0.72 else rng.randint(1880, 1944) if r < 0.92 else rng.randint(1800, 1879) if r < 0.95 else rng.randint(2000, 2025)
        elif name == "location":
            v[name] = pick(rng, LOCATIONS)
        elif name == "condition":
            v[name] = pick(rng, CONDITIONS)
        elif name == "lot_sqft":
            v[name] = numbers.lot(rng)
        elif name == "garage_spaces":
            v[name] = rng.choices([0, 1, 2, 3, 4, 5], [22, 20, 34, 16, 6, 2])[0]
    return v


def arguments(values):
    """The tool call's arguments: stated facts only, in the canonical order."""
    out = {}
    for name in FIELDS:
        if name not in values:
            continue
        value = values[name]
        if name == "bathrooms":
            value = value // 2 if value % 2 == 0 else value / 2
        elif name == "lot_sqft":
            value = value[0]
        out[name] = value
    return out


def table(name, value):
    """The phrase table of a field and the slots of its templates, as a function of the random source."""
    if name == "sqft":
        return SQFT, lambda rng, form: {"n": numbers.area(rng, value, plain=form in ("adj",) and rng.random() < 0.6)}
    if name == "bedrooms":
        if value == 0:
            return STUDIO, lambda rng, form: {}
        return BEDROOMS, lambda rng, form: {"n": numbers.small(rng, value, 0.12 if form == "tag" else 0.42), "s": "" if value == 1 else "s"}
    if name == "bathrooms":
        return BATHROOMS, lambda rng, form: {"n": numbers.bathrooms(rng, value, 0.12 if form == "tag" else 0.4), "s": "" if value == 2 else "s", "full": numbers.full_and_half(rng, value)}
    if name == "year_built":
        return YEAR, lambda rng, form: {"y": numbers.year(rng, value)}
    if name == "location":
        t = LOCATION[value]
        return {**t, **_LOCATION_COMMON}, lambda rng, form: {k: (lambda r, k=k: expand(r, pick(r, t[k]))) for k in ("post", "adj", "value", "house")}
    if name == "condition":
        t = CONDITION[value]
        merged = {**t, "kv": _CONDITION_COMMON["kv"], "clause": t["clause"] + _CONDITION_COMMON["clause"][:3] * 1 + _CONDITION_COMMON["clause"][3:]}
        return merged, lambda rng, form: {k: (lambda r, k=k: expand(r, pick(r, t[k]))) for k in ("post", "pred", "value")}
    if name == "lot_sqft":
        sqft, text, acres = value
        if not acres:
            return LOT_SQFT, lambda rng, form: {"n": text}
        bare = _strip_article(text)
        digits = [x.split()[0] for x in numbers.ACRES[min(numbers.ACRES, key=lambda a: abs(a * 43560 - sqft))] if x[0] in "0123456789." and "/" not in x.split()[0] and "-" not in x and "th" not in x.split()[0]]
        return LOT_ACRE, lambda rng, form: {"acre": text, "bare": bare, "num": pick(rng, digits) if digits else text}
    if value == 0:
        return GARAGE_NONE, lambda rng, form: {}
    return GARAGE, lambda rng, form: {"n": numbers.small(rng, value, 0.15 if form == "tag" else 0.45), "s": "" if value == 1 else "s",
                                      "word": pick(rng, GARAGE_WORDS.get(value, ["a %s-car" % numbers.ONES[value]])),
                                      "bareword": _strip_article(pick(rng, GARAGE_WORDS.get(value, ["a %s-car" % numbers.ONES[value]])))}


def say(rng, name, value, form):
    """One phrasing of a fact in the wanted form, or ``None`` where the field has no such form."""
    phrases, slots = table(name, value)
    options = phrases.get(form)
    if not options:
        return None
    return expand(rng, pick(rng, options), slots(rng, form))


def say_bed_bath(rng, bedrooms, halves, form):
    slots = {"b": numbers.small(rng, bedrooms, 0.15 if form == "tag" else 0.35), "t": numbers.bathrooms(rng, halves, 0.15 if form == "tag" else 0.3),
             "bs": "" if bedrooms == 1 else "s", "ts": "" if halves == 2 else "s", "full": numbers.full_and_half(rng, halves)}
    template = pick(rng, BED_BATH[form])
    if any(x in template for x in ("{b}/{t}", "{b}x{t}", "{b}b/{t}b", "{b}b{t}b")):
        slots["b"] = str(bedrooms)
        slots["t"] = "%d.5" % (halves // 2) if halves % 2 else str(halves // 2)
    return expand(rng, template, slots)
