"""Where the house is. A slot holds the words of one of the five kinds of place."""

LOCATION = {
    "coast": {
        "adj": [
            (
                "[coastal|seaside|oceanfront|beachfront|waterfront coastal|beach|ocean-front|seafront|beachside|"
                "oceanside|shorefront|ocean-view|ocean view|sea-view|bayside coastal|coast|shore|sea-side|"
                "ocean side|beach front]"
            )
        ],
        "post": [
            (
                "on the [coast of Maine|Oregon coast|California coast|Florida coast|Jersey shore|Gulf coast|"
                "East coast|coast of Oregon|New England coast|Carolina coast]"
            ),
            "on the coast near [Tampa|Savannah|Salem|San Diego]",
            "[near|by] the beach in [Florida|California|San Diego|Oregon|New Jersey]",
            (
                "[on|along|by|near|right on|at|close to|off|overlooking] the [coast|coast|shore|seashore|"
                "coastline|seaside|waterfront by the sea]"
            ),
            (
                "[by|on|near|overlooking|next to|right by|facing|beside|across from|steps from|right on|"
                "at] the [beach|ocean|sea]"
            ),
            (
                "in a [coastal town|beach town|seaside town|beach community|coastal community|seaside village|"
                "coastal area|seaside resort|coastal neighborhood|fishing town on the coast|surf town]"
            ),
            (
                "with [an ocean view|ocean views|a sea view|sea views|views of the ocean|views of the sea|"
                "direct beach access|ocean frontage|a view over the ocean|the beach at the door]"
            ),
            "a stone's throw from the [beach|ocean|sea]",
            "at the [seaside|coast|shore|beach|seashore]",
            "[on the water|down] by the [sea|ocean|shore]",
            "where you can hear the [waves|ocean|surf]",
        ],
        "tag": [
            "coast",
            "coastal",
            "oceanfront",
            "beachfront",
            "on the coast",
            "by the sea",
            "beach",
            "seaside",
            "near the beach",
            "on the beach",
            "ocean view",
            "ocean views",
            "beach house",
            "coastal location",
            "sea view",
            "coastal town",
            "coast loc",
            "by the beach",
            "at the coast",
            "ocean side",
            "by the ocean",
            "beachside",
            "coast area",
            "seafront",
        ],
        "value": [
            "coast",
            "coastal",
            "the coast",
            "on the coast",
            "beachfront",
            "oceanfront",
            "seaside",
            "beach town",
            "by the sea",
            "coastal town",
            "Coast",
            "ocean front",
            "by the beach",
            "coastline",
            "shore",
            "waterfront (ocean)",
        ],
        "house": [
            "beach house",
            "beach cottage",
            "beach bungalow",
            "seaside cottage",
            "coastal cottage",
            "ocean house",
            "beach place",
            "shore house",
            "coast house",
            "beach condo",
            "surf shack by the ocean",
        ],
    },
    "city": {
        "adj": [
            (
                "[city|urban|downtown|inner-city|in-town|city-center|midtown|central city|metropolitan|uptown|"
                "inner city|big-city|city centre|metro]"
            )
        ],
        "post": [
            "in the city of [Boston|Denver|Tampa|Chicago|Dallas]",
            "in downtown [Boston|Austin|Chicago|Denver|Portland|Dallas|Phoenix|Raleigh]",
            "[downtown|in the city] in [Boston|Austin|Chicago|Tulsa|Omaha]",
            (
                "in the [city|city|city|city center|city centre|heart of the city|middle of the city|"
                "middle of downtown|inner city|downtown area|big city|urban core|city proper|center of the city|"
                "heart of downtown|metro area|metropolis]"
            ),
            "[downtown|right downtown|in downtown|in midtown|uptown|in the downtown core]",
            (
                "in [an urban|a city|a downtown|an inner-city|a central urban|a metropolitan] [neighborhood|area|"
                "location|district|setting|neighbourhood|block]"
            ),
            "in a [big|major|large|busy] city",
            "within city limits",
            "inside the city",
            "right in [town center|the city]",
            "smack in the middle of the city",
            "in a downtown high-rise",
            "on a city block",
        ],
        "tag": [
            "city",
            "downtown",
            "urban",
            "in the city",
            "city center",
            "city location",
            "inner city",
            "midtown",
            "urban area",
            "city loc",
            "central city",
            "big city",
            "downtown area",
            "city centre",
            "urban location",
            "metro",
            "metro area",
            "heart of the city",
            "downtown loc",
        ],
        "value": [
            "city",
            "downtown",
            "urban",
            "the city",
            "in the city",
            "city center",
            "City",
            "inner city",
            "urban area",
            "midtown",
            "city centre",
            "big city",
            "metropolitan",
            "metro area",
        ],
        "house": [
            "city apartment",
            "city condo",
            "downtown loft",
            "city townhouse",
            "downtown condo",
            "urban loft",
            "city house",
            "city flat",
            "brownstone in the city",
            "downtown apartment",
            "city home",
            "urban townhome",
            "town house in the city",
        ],
    },
    "suburb": {
        "adj": ["[suburban|suburb|suburban|suburbia]"],
        "post": [
            "in a suburb of [Chicago|Boston|Denver|Dallas|Columbus|Austin|Phoenix]",
            "in the [Chicago|Boston|Dallas|Denver|Ohio|Texas|New Jersey] suburbs",
            "in the suburbs of [Chicago|Boston|Denver|Raleigh|Omaha]",
            (
                "in the [suburbs|suburbs|suburbs|burbs|'burbs|outer suburbs|suburb|leafy suburbs|near suburbs|"
                "inner suburbs]"
            ),
            (
                "in [a|a quiet|a leafy|a nice|a family-friendly|a gated|an older|a new|a sleepy] [suburb|"
                "suburban neighborhood|suburban area|suburban subdivision|suburban development|suburban street|"
                "suburban community]"
            ),
            "out in the [suburbs|burbs]",
            "in suburbia",
            "in a suburb [outside the city|of the city|near the city|with good schools|]",
            "on a suburban [street|cul-de-sac|lane|block|road]",
            "in a suburban [setting|location]",
            "in the suburbs [of the city|outside the city|]",
        ],
        "tag": [
            "suburb",
            "suburbs",
            "suburban",
            "in the suburbs",
            "burbs",
            "suburbia",
            "suburban area",
            "suburban location",
            "suburb loc",
            "in the burbs",
            "suburban neighborhood",
            "quiet suburb",
            "suburban home",
            "the burbs",
            "leafy suburb",
        ],
        "value": [
            "suburb",
            "suburbs",
            "suburban",
            "the suburbs",
            "in the suburbs",
            "Suburb",
            "suburbia",
            "quiet suburb",
            "suburban neighborhood",
            "burbs",
            "suburban area",
        ],
        "house": [
            "suburban home",
            "suburban house",
            "suburban split-level",
            "suburban ranch",
            "suburban colonial",
            "suburban family home",
            "house in the suburbs",
            "tract home in the suburbs",
        ],
    },
    "village": {
        "adj": [
            ("[village|rural|country|countryside|small-town|rural village|farm-country|rustic village|" "small town]")
        ],
        "post": [
            "in a [small |little |]village in [Vermont|Ohio|Maine|Michigan|Georgia]",
            "in [the countryside of|rural] [Ohio|Vermont|Texas|Georgia|Michigan]",
            "in the country [outside|near] [Albany|Tulsa|Salem|Madison]",
            (
                "in [a|a small|a quiet|a tiny|a little|an old|a rural|a pretty|a farming|a charming|a remote|"
                "a sleepy|the] village"
            ),
            (
                "in a [country village|countryside village|hamlet|small hamlet|little country town|"
                "small rural town|small country town|rural area|rural setting|farming community|rural community|"
                "rural town|small town]"
            ),
            "in the [countryside|country|village|village center|rural outskirts]",
            "out in the [country|countryside|sticks]",
            (
                "in a [small town|village] [out in the country|in the country|in the countryside|"
                "surrounded by fields|surrounded by farms|]"
            ),
            "[on a country road|on a country lane|on a rural road]",
            "[in|near the center of|on the edge of|in the middle of|at the edge of] [a village|the village]",
            "in rural [surroundings|parts|country]",
        ],
        "tag": [
            "village",
            "rural",
            "countryside",
            "in the village",
            "country",
            "small village",
            "in a village",
            "village location",
            "small town",
            "rural area",
            "country setting",
            "hamlet",
            "village loc",
            "rural village",
            "country village",
            "in the countryside",
            "rural setting",
            "in the country",
            "quiet village",
        ],
        "value": [
            "village",
            "rural",
            "countryside",
            "the village",
            "in a village",
            "Village",
            "small village",
            "rural area",
            "country village",
            "small town",
            "hamlet",
            "the countryside",
            "rural village",
            "country",
        ],
        "house": [
            "village house",
            "country house",
            "country cottage",
            "village cottage",
            "country home",
            "village home",
            "country place",
            "rural home",
            "farmhouse in the village",
            "cottage in the country",
            "house in a village",
        ],
    },
    "mountain": {
        "adj": [
            (
                "[mountain|mountainside|alpine|ski-town|mountain-view|mountaintop|hillside mountain|ski|"
                "ski-in ski-out|mountain-top|mountain town|highland|slopeside|ski resort]"
            )
        ],
        "post": [
            "in the [Colorado|Utah|Smoky|Blue Ridge|Rocky|White|Vermont|North Carolina] mountains",
            "in the mountains [of Colorado|near Boise|outside Denver|of Utah|of North Carolina]",
            (
                "in the [mountains|mountains|mountains|Rockies|high country|Alps|foothills of the mountains|"
                "Smoky Mountains|Appalachians|Sierra|mountains near a ski resort]"
            ),
            "up in the [mountains|hills of the mountain|mountain|high mountains]",
            (
                "in a [mountain town|ski town|mountain village|ski village|mountain community|ski resort|"
                "mountain resort|mountain valley|mountain area|ski area|alpine town|alpine village|"
                "ski resort town]"
            ),
            "on [a|the] [mountain|mountainside|mountain slope|side of a mountain|slopes]",
            (
                "with [mountain views|a mountain view|views of the mountains|ski-in access|ski access|"
                "a view of the peaks]"
            ),
            (
                "[near|next to|close to|by|at] the [ski slopes|ski lifts|ski hill|slopes|mountains|ski area|"
                "ski resort]"
            ),
            "at [9,000|8,000|7,500|6,000] feet [of elevation |]in the mountains",
            "high [up |]in the mountains",
        ],
        "tag": [
            "mountain",
            "mountains",
            "in the mountains",
            "alpine",
            "ski town",
            "mountain view",
            "mountain views",
            "mountain town",
            "mountain location",
            "ski resort",
            "mountainside",
            "mountain area",
            "mtn",
            "mountain loc",
            "up in the mountains",
            "mountain setting",
            "ski area",
            "ski-in/ski-out",
            "mtn views",
            "mountain retreat",
        ],
        "value": [
            "mountain",
            "mountains",
            "the mountains",
            "in the mountains",
            "Mountain",
            "ski town",
            "alpine",
            "mountain town",
            "mountain area",
            "ski resort",
            "mountainside",
            "mountain village",
        ],
        "house": [
            "mountain cabin",
            "mountain home",
            "mountain house",
            "ski chalet",
            "mountain lodge",
            "ski cabin",
            "mountain retreat",
            "alpine chalet",
            "mountain chalet",
            "ski house",
            "cabin in the mountains",
            "log cabin in the mountains",
            "ski condo",
        ],
    },
}
LOCATION_FRAMES = {
    "pred": [
        "is {post}",
        "is {post}",
        "sits {post}",
        "is located {post}",
        "is situated {post}",
        "stands {post}",
        "can be found {post}",
        "is right {post}",
        "lies {post}",
        "is set {post}",
        "is in a {adj} [location|area|setting|spot]",
        "is {adj}",
        "is nestled {post}",
        "is tucked away {post}",
        "happens to be {post}",
    ],
    "clause": [
        ("[location|the location|area|setting|the area|neighborhood|the setting|it's a|loc] [is|:|:|" "=] {value}"),
        "it's {post}",
        "we're {post}",
        "we live {post}",
        "it's located {post}",
        "{post}",
        "{adj} [location|area|setting|spot]",
        "located {post}",
        "situated {post}",
        "[location-wise|as for location,|where? well,] it's {post}",
        "you'd be living {post}",
        "the neighborhood is {adj}",
        "it's a {house}",
        "this is a {house}",
    ],
    "kv": [
        (
            "[Location|Area|Setting|Where|Loc|Neighborhood|Location type|Region|Situated|Surroundings|Place|"
            "Location Type|Area type|loc.]\t{value}"
        )
    ],
}
