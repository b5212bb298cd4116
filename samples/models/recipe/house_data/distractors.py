"""Numbers and talk that are no facts about the house and must not be sent.

Policy: prices, budgets, fees, taxes, addresses, phone numbers, dates, people, pets, distances,
ages ("40 years old"), decades ("the 1960s"), years of repairs, storeys, fireplaces, decks and sheds
are never arguments. A distance from the beach or from the city says nothing about the location.
"""
from .templates import expand, pick

STREETS = (
    "Maple Oak Cedar Pine Elm Washington Lincoln Hill Lake Sunset River Park Church Main Walnut "
    "Chestnut Willow Spring Highland Franklin Madison Birch Magnolia Dogwood Jefferson Adams Cherry "
    "Mill Forest Meadow"
).split()
SUFFIX = "Street|Street|St|St.|Ave|Avenue|Road|Rd|Lane|Drive|Dr|Court|Ct|Blvd|Way|Place|Terrace".split("|")
TOWNS = [
    "Portland",
    "Austin",
    "Denver",
    "Tampa",
    "Boise",
    "Columbus",
    "Raleigh",
    "Madison",
    "Spokane",
    "Tulsa",
    "Omaha",
    "Tucson",
    "Albany",
    "Savannah",
    "Fresno",
    "Boston",
    "Dallas",
    "Chicago",
    "Phoenix",
    "Charlotte",
    "Ohio",
    "Texas",
    "Oregon",
    "Florida",
    "Maine",
    "Vermont",
    "Colorado",
    "Georgia",
    "Michigan",
    "New Jersey",
    "North Carolina",
    "Utah",
    "California",
    "Nashville",
    "Memphis",
    "San Diego",
    "Santa Rosa",
    "Springfield",
    "Greenville",
    "Fairfax",
    "Burlington",
    "Salem",
]
NAMES = [
    "Anna",
    "Mike",
    "Linda",
    "Tom",
    "Sarah",
    "Carlos",
    "Priya",
    "Dave",
    "Karen",
    "Luis",
    "Emma",
    "Jack",
    "Olga",
    "Ben",
    "Ruth",
    "Sam",
    "Nina",
    "George",
    "Maria",
    "Kevin",
    "Joan",
    "Pete",
    "Wei",
    "Fatima",
    "Bob",
]
MONTHS = (
    "January February March April May June July August September October November December Jan Feb "
    "Mar Apr Jun Jul Aug Sept Oct Nov Dec"
).split()


def money(rng):
    n = rng.choice([rng.randint(90, 2500) * 1000, rng.randint(18, 240) * 5000, rng.randint(100000, 1500000)])
    r = rng.random()
    if r < 0.3:
        return "$" + format(n, ",")
    if r < 0.42:
        return "$%d" % n
    if r < 0.62:
        return "$%dk" % (n // 1000)
    if r < 0.76:
        return "%dk" % (n // 1000)
    if r < 0.82:
        return "%d thousand" % (n // 1000)
    if r < 0.88:
        return "$%.1fM" % max(1, n / 1e6)
    if r < 0.94:
        return "%s dollars" % format(n, ",")
    return "%.1f million" % max(1.1, n / 1e6)


def slots():
    return {
        "money": money,
        "fee": lambda r: ("$" if r.random() < 0.7 else "")
        + str(r.choice([r.randint(50, 900), r.randint(10, 80) * 10])),
        "tax": lambda r: ("$" if r.random() < 0.7 else "")
        + (format(r.randint(900, 19000), ",") if r.random() < 0.6 else str(r.randint(900, 19000))),
        "yr": lambda r: str(r.randint(1975, 2025)),
        "age": lambda r: str(r.randint(3, 120)),
        "dec": lambda r: r.choice(["19%d0s", "19%d0s", "'%d0s"]) % r.randint(2, 9),
        "n": lambda r: r.choice(["2", "3", "4", "two", "three", "four", "5", "five", "1", "one", "6"]),
        "big": lambda r: str(r.randint(5, 95)),
        "mi": lambda r: r.choice(
            [str(r.randint(2, 60)), "%.1f" % (r.random() * 9 + 0.2), "five", "ten", "twenty", "two"]
        ),
        "num": lambda r: str(r.choice([r.randint(1, 99), r.randint(100, 999), r.randint(1000, 19999)])),
        "zip": lambda r: "%05d" % r.randint(1001, 99500),
        "st": lambda r: pick(r, STREETS) + " " + pick(r, SUFFIX),
        "town": lambda r: pick(r, TOWNS),
        "name": lambda r: pick(r, NAMES),
        "phone": lambda r: r.choice(["555-%04d", "(415) 555-%04d", "206-555-%04d", "555 %04d"]) % r.randint(0, 9999),
        "rate": lambda r: "%.1f%%" % (2.5 + r.random() * 6) if r.random() < 0.7 else "%d percent" % r.randint(3, 8),
        "date": lambda r: r.choice(
            [
                "%s %d" % (pick(r, MONTHS), r.randint(1, 28)),
                "%d/%d/%d" % (r.randint(1, 12), r.randint(1, 28), r.randint(2019, 2026)),
                "%s %d, %d" % (pick(r, MONTHS), r.randint(1, 28), r.randint(2019, 2026)),
                "%s %d" % (pick(r, MONTHS), r.randint(2015, 2026)),
                "the %dth" % r.randint(4, 20),
            ]
        ),
        "mls": lambda r: str(r.randint(100000, 99999999)),
        "sq": lambda r: str(r.choice([r.randint(8, 60) * 10, r.randint(80, 600)])),
        "temp": lambda r: str(r.randint(2, 12)),
    }


SLOTS = slots()

#: Whole sentences (no full stop).
SENTENCES = [
    (
        "[asking|the asking price is|they are asking|they want|we're asking|list price is|listed at|"
        "the seller wants|priced at|it's listed for|the listing says] {money}"
    ),
    "[our|my|the] budget is [about |around |up to |]{money}",
    "[we|I|my parents|they] paid {money} [for it |]in {yr}",
    "[we|I|they] bought it [in|back in] {yr}[ for {money}|]",
    ("[HOA|the HOA|HOA fee|HOA dues|hoa] [is|are|runs|of|fees are] {fee}[ a month|/month|/mo|" " per month| monthly|]"),
    (
        "[taxes|property taxes|the taxes|property tax|annual taxes] [are|run|were|is|"
        "about] {tax}[ a year|/yr| per year| annually| last year|]"
    ),
    "[it's at|the address is|address:|located at|we're at|it's] {num} {st}",
    "[it's at|the address is|we're at] {num} {st} in {town}",
    "[zip|zip code|the zip is|zip code is] {zip}",
    "[call me at|my number is|text me at|phone:|reach me at|call {name} at] {phone}",
    "[listed|it was listed|went on the market|it hit the market] [on|in] {date}",
    "[it's been|been] [on the market|listed] [for |]{big} days",
    "[we have|I have|with] {n} [kids|dogs|cats|children|teenagers|boys|girls|pets]",
    "[we're|we are] a family of {n}",
    (
        "[it's|about|only|just] {mi} [miles|minutes|min|km|blocks] [from|to|away from] [downtown|"
        "the beach|the ocean|the school|the airport|the highway|the city|the train station|"
        "the nearest store|work|the mountains|the lake|the hospital|campus|the ski lifts|the coast]"
    ),
    ("{mi} [minutes|miles|min] [to|from] the [beach|city|airport|school|office|station|park|mall|" "coast|ski area]"),
    (
        "[the beach|downtown|the airport|the school|the ocean|the city|the nearest village|"
        "the closest town] is {mi} [miles|minutes|min|km] away"
    ),
    "the [rate|interest rate|mortgage rate] is {rate}",
    "[we have|I got] a {rate} [mortgage|interest rate|loan]",
    (
        "[the roof|a new roof|the roof was replaced|roof replaced|new roof|the furnace was replaced|"
        "new furnace|the hvac is from|the AC was replaced|new windows|the water heater is from|"
        "windows replaced|the boiler was replaced|kitchen redone|the deck was added|"
        "the wiring was redone|septic replaced] in {yr}"
    ),
    ("[the kitchen was|the bathroom was|the kitchen was last] [updated|redone|remodeled|" "renovated] in {yr}"),
    "[it has|there are|has] {n} [stories|floors|levels|storeys]",
    "{n} [stories|floors|fireplaces|levels]",
    (
        "[there are|it has] {n} [fireplaces|balconies|decks|porches|chimneys|closets|ceiling fans|"
        "skylights|apple trees|decks]"
    ),
    "[it's|it is] a {n}-[story|storey|level] [house|home]",
    "{n} [fireplaces|closets|skylights]",
    "[the house is|it's|it's about|the place is|roughly] {age} years old",
    "[it was built|built|it's from|it dates from|probably built] [sometime |]in the {dec}",
    "[we've|I've|they've] lived [here|there] for {big} years",
    "[my grandparents|the previous owner|my aunt|the family|my parents] bought it in {yr}",
    "[it was|was] appraised at {money} in {yr}",
    (
        "[the neighbor's house|the house next door|a house down the street|one like it|"
        "the neighbors] sold for {money}[ in {yr}| last year|]"
    ),
    "{temp}-foot ceilings",
    (
        "[there's|it has|with|has] a {sq} [sq ft|square foot|sqft] [deck|patio|shed|porch|workshop|"
        "balcony|terrace|sunroom|greenhouse|barn]"
    ),
    "[mls|MLS|listing|mls number|ref|listing id] #{mls}",
    "MLS {mls}",
    "I'm {big} [years old|and retired]",
    "[closing|we close|we need to move|open house is|the open house is|the viewing is] [on|by] {date}",
    "[we'd put|planning to put|I can put] {big}% down",
    ("[zillow|redfin|the bank|my agent|the appraiser|my neighbor|the county] [says|thinks|said|" "told me] {money}"),
    "[it sold|last sold] for {money}[ in {yr}|]",
    "[offers|offer] due {date}",
    "[utilities|heating|insurance] [are|is|runs] about {fee} a month",
    "[rented|we rent it] for {fee} a month [now|before|]",
    "the pool was added in {yr}",
    "[it's|we're] in {town}",
    "[the house is|it's|this is] in {town}",
    "unit {n}B",
    "[school district|the school district|schools are] [rated|rating] {n}[/10|]",
    "{name} and I have been together {big} years",
    "the neighbor has {n} cars",
    "there are {n} other offers",
    "I've seen {big} houses [this year|so far|]",
    "the last owner had {n} dogs",
    "the {n} kids share",
    "the train passes {n} times a day",
    "[solar panels|panels] installed in {yr}",
    "[it comes with|there are] {n} parking permits",
    "the commute is {big} minutes",
    "walk score {big}",
    "[the bus|bus line|bus] {big} stops nearby",
    "renovated kitchen in {yr}",
    (
        "[it was |it got |we had it |][renovated|remodeled|updated|refurbished|last renovated|"
        "partly renovated] in {yr}"
    ),
    "[renovated|remodeled|updated|addition built|addition added] in {yr}",
    "an addition was [built|added|finished] in {yr}",
    "[it has|there are] {n} rooms in total",
    "basement waterproofed in {yr}",
]

#: Short ones for listings.
TAGS = [
    "{money}",
    "asking {money}",
    "list {money}",
    "{money} obo",
    "HOA {fee}",
    "hoa {fee}/mo",
    "taxes {tax}",
    "{n} story",
    "{n}-story",
    "{n} stories",
    "{n} fireplaces",
    "MLS {mls}",
    "#{mls}",
    "{num} {st}",
    "{num} {st}, {town}",
    "{town}",
    "zip {zip}",
    "new roof {yr}",
    "roof {yr}",
    "hvac {yr}",
    "{big} DOM",
    "{mi} mi to beach",
    "{mi} min to downtown",
    "{phone}",
    "call {name} {phone}",
    "open house {date}",
    "listed {date}",
    "pool",
    "hardwood floors",
    "fenced yard",
    "central air",
    "granite counters",
    "new windows",
    "pets ok",
    "no pets",
    "corner",
    "cul-de-sac",
    "great schools",
    "open plan",
    "fireplace",
    "deck",
    "finished attic",
    "quiet street",
    "must see",
    "motivated seller",
    "basement",
    "sunny",
    "new carpet",
    "walk-in closets",
    "vaulted ceilings",
    "stainless appliances",
    "big kitchen",
    "gas heat",
    "solar",
    "sprinkler system",
    "private",
    "jacuzzi",
    "{sq} sf deck",
    "{town} {zip}",
    "{age} yrs old",
    "renovated {yr}",
    "remodeled {yr}",
    "good location",
    "great location",
    "nice neighborhood",
    "prime location",
    "good schools",
    "near a lake",
    "excellent schools",
    "furnished",
    "brick",
    "tile roof",
    "vinyl siding",
    "well water",
    "septic",
]

#: Key and value lines for listings.
KV = [
    ("Price", "{money}"),
    ("Asking", "{money}"),
    ("List price", "{money}"),
    ("HOA", "{fee}/mo"),
    ("Taxes", "{tax}"),
    ("MLS", "{mls}"),
    ("Address", "{num} {st}"),
    ("Address", "{num} {st}, {town}"),
    ("Zip", "{zip}"),
    ("Stories", "{n}"),
    ("Floors", "{n}"),
    ("Fireplaces", "{n}"),
    ("Listed", "{date}"),
    ("Days on market", "{big}"),
    ("Contact", "{phone}"),
    ("Agent", "{name}"),
    ("Pool", "no"),
    ("Pool", "yes"),
    ("Basement", "yes"),
    ("Roof", "replaced {yr}"),
    ("Heating", "gas"),
    ("Town", "{town}"),
    ("Budget", "{money}"),
    ("Deck", "{sq} sq ft"),
    ("Type", "single family"),
    ("Pets", "{n} dogs"),
    ("Renovated", "{yr}"),
    ("Last sold", "{yr}"),
    ("HOA fee", "none"),
    ("Cooling", "central air"),
    ("Levels", "{n}"),
]

#: After the noun, before the next comma.
POST = [
    "at {num} {st}",
    "at {num} {st} in {town}",
    "in {town}",
    "listed at {money}",
    "for {money}",
    "{mi} minutes from downtown",
    "{mi} miles from the beach",
    "{mi} minutes from the airport",
    "with {n} fireplaces",
    "on {st}",
    "about {mi} miles from the city",
    "with a pool",
    "near a park",
    "with a nice view of the garden",
    "with hardwood floors",
    "with a big kitchen",
    "near good schools",
    "with a fireplace",
    "in {town}, {zip}",
    "that we bought in {yr}",
    "we saw on {date}",
    "with a new roof from {yr}",
    "with {n} floors",
    "with a {sq} sq ft deck",
    "under {money}",
    "with solar panels",
    "close to the train",
    "with a finished basement",
    "near the lake",
    "by the river",
    "on a golf course",
    "in a good neighborhood",
    "in a nice neighborhood",
    "in a great location",
    "in a good school district",
    "in an excellent school district",
    "renovated in {yr}",
    "remodeled in {yr}",
    "near a lake",
    "with a fenced yard",
]

#: Talk without facts. Slots keep it moving.
CHATTER = [
    "[Hi|Hello|Hey|hi there|Good morning|Good evening|Hey there|Greetings|howdy]",
    "[thanks|thank you|thanks in advance|cheers|appreciate it|many thanks|thx|ty]",
    (
        "[we|I] [love|really like|adore|hate|miss] the [kitchen|garden|neighbors|light|view|porch|floors|"
        "street|stairs|fireplace]"
    ),
    (
        "[my wife|my husband|my brother|my mom|my boss|{name}|our agent|the neighbor|my sister|"
        "a friend] [loves it|hates it|wants to sell|thinks we should wait|is curious|asked me to check|"
        "told me about this|keeps asking]"
    ),
    (
        "[we're|I'm|we are|they're] [thinking of selling|moving|relocating for work|downsizing|"
        "getting divorced|retiring|expecting a baby|moving abroad|just curious|in no hurry|in a hurry|"
        "looking around|new to this|getting ready to list]"
    ),
    (
        "[sorry for the long message|not sure what else you need|hope that helps|hope this is enough|"
        "that's all I know|let me know if you need more|that is everything|I don't know the rest|"
        "anything else you need]"
    ),
    (
        "[the kids|our kids|the dogs|the cats|my parents|the tenants] [love the yard|have moved out|"
        "are grown up|grew up there|want their own space|like it]"
    ),
    ("[the street is|it's a|the neighbors are|the block is] [quiet|friendly|lovely|noisy|" "great for kids|calm]"),
    (
        "[grandma|my grandmother|grandpa|dad|my aunt|my uncle|my late father] [passed away|"
        "moved to a home|left it to us|lived there all her life|never wanted to sell]"
    ),
    (
        "there's a [big oak tree|swing set|small pond|garden shed|hot tub|pool|nice porch|sunny deck|"
        "library|piano|wine cellar|vegetable garden] [out back|in front|too|as well|]"
    ),
    (
        "[the kitchen has|it has|there are] [granite counters|new appliances|hardwood floors|"
        "stainless appliances|an island|big windows|tall windows|lots of storage|a pantry|"
        "walk-in closets]"
    ),
    "[great|good|excellent|decent|amazing] schools[ nearby| around|]",
    (
        "[there's|it has] a [basement|pool|fireplace|porch|deck|balcony|finished attic|workshop|sauna|"
        "walk-in closet|laundry room|mudroom]"
    ),
    "[the view is|the garden is|the light is] [lovely|amazing|beautiful|great|stunning]",
    "[it gets|gets] [lots of|plenty of|tons of] [sun|light|morning light]",
    "the roof is [new|slate|metal|tiled]",
    ("[we|I] [planted|built|painted|added] [roses|a fence|a tree house|the nursery|" "a treehouse] ourselves"),
    (
        "[I know the market is crazy|the market is hot right now|prices are nuts these days|"
        "the market is slow|interest rates are high]"
    ),
    (
        "[asking for a friend|just a ballpark|a rough number is fine|ballpark is fine|no rush|be honest|"
        "I need it today]"
    ),
    "[so|ok so|well|right|okay|um|alright|anyway]",
    "[please|pls|plz]",
    (
        "[the bank needs a number|I need a number for insurance|it's for a divorce|"
        "this is for the estate|my lawyer asked|for tax reasons]"
    ),
    "[lol|haha|:)|;)|!!|\U0001f60a|\U0001f3e0|\u2705|\U0001f642]",
    ("[cute|lovely|charming|cozy|adorable|beautiful|gorgeous|amazing|quaint|unique] [place|house|home|" "spot]"),
    ("it [has character|has charm|has a great layout|feels like home|" "has so much potential for a family]"),
    "[great|perfect] for [entertaining|a young family|families|retirees|a growing family|pets]",
    (
        "[the previous owner|the seller|the owner] [was a teacher|is motivated|moved to Spain|"
        "is a friend|left some furniture]"
    ),
    (
        "[we went to see it yesterday|saw it this morning|we toured it on Sunday|I drove past it|"
        "saw the photos online]"
    ),
    "[my|our] [first|forever|dream|starter|childhood] home",
    "pets [allowed|welcome]",
    "[no HOA|no hoa fees]",
    (
        "[new carpet|fresh paint in the hallway|new front door|ceiling fans throughout|gas heating|"
        "central air|tankless water heater|ethernet everywhere|fiber internet]"
    ),
    "[the attic is|the basement is] [finished|unfinished|dry|big|insulated]",
    "[I'm|we're] [first-time buyers|agents|investors|the sellers|the owners]",
    "what a [view|place|house|kitchen]",
    "[good|great|excellent|nice|prime|perfect] [location|neighborhood|area|schools|school district]",
    "the [location|neighborhood|area|view|layout] is [good|great|excellent|nice|fair|poor]",
    "[good|great|excellent|nice] [neighbors|light|transport|investment|deal]",
]

#: Said of a garage or a lot without a size: nothing to send. Used only where that fact is not stated.
UNSIZED = {
    "garage_spaces": {
        "tag": ["garage", "attached garage", "detached garage", "has garage", "w/ garage"],
        "post": ["with a garage", "with an attached garage", "and a garage"],
        "sentence": [
            "it has a garage",
            "there's a garage",
            "the garage is [detached|attached|full of junk|new|a bit small|heated]",
            "garage included",
        ],
    },
    "lot_sqft": {
        "tag": ["big lot", "large yard", "corner lot", "nice yard", "private lot", "huge backyard", "small lot"],
        "post": [
            "with a big yard",
            "on a corner lot",
            "on a large lot",
            "with a huge backyard",
            "on a small lot",
            "with a nice garden",
        ],
        "sentence": [
            "the yard is [big|huge|small|flat|lovely|fenced]",
            "it has a [big|large|nice|small] [yard|garden|backyard|lot]",
            "it sits on a [corner|big|large|quiet|wooded] lot",
        ],
    },
    "condition": {
        "tag": ["updated kitchen", "new kitchen", "renovated bathroom"],
        "post": ["with an updated kitchen", "with a renovated kitchen"],
        "sentence": ["the kitchen was [updated|redone|renovated]", "[new|updated|renovated] [kitchen|bathroom]"],
    },
}


def unsized(rng, stated, kind):
    """Talk about a garage, a lot or a part of the house that states no argument, or ``None``."""
    free = [n for n in UNSIZED if n not in stated]
    return expand(rng, pick(rng, UNSIZED[pick(rng, free)][kind])) if free else None


def sentence(rng):
    return expand(rng, pick(rng, SENTENCES), SLOTS)


def chatter(rng):
    return expand(rng, pick(rng, CHATTER), SLOTS)


def tag(rng):
    return expand(rng, pick(rng, TAGS), SLOTS)


def key_value(rng):
    k, v = pick(rng, KV)
    return k, expand(rng, v, SLOTS)


def post(rng):
    return expand(rng, pick(rng, POST), SLOTS)


# -- talk of any kind ---------------------------------------------------------------------------
# Put together from lists, so that hardly two sentences are alike: what is not understood is no fact.

_WHO = (
    "my cousin|our plumber|the mailman|a lawyer friend|the photographer|my son-in-law|the painter|"
    "someone at work|an old classmate|the lady next door|my yoga teacher|the electrician|our banker|"
    "a guy named {name}|{name}|the former tenant|the surveyor|my therapist|the gardener|his brother|"
    "her mother|the twins|our accountant|the cleaning crew|a stranger|the mayor|my old boss|"
    "the delivery driver|everyone|nobody|the whole family|the choir|our babysitter|the vet|"
    "the committee|my grandson|two students|the barber|a reporter"
).split("|")
_DID = (
    "forgot|mentioned|brought|borrowed|returned|admired|photographed|noticed|measured|repainted|sold|"
    "missed|wanted|complained about|laughed at|asked about|dreamed of|talked about|paid for|"
    "worried about|promised|ordered|signed|checked|lost|found|carried|watched|cleaned|recommended|"
    "dropped off|picked up|argued about|waited for|wrote about|remembered|described|ignored|prefers|"
    "collects|loves|keeps"
).split("|")
_WHAT = (
    "the curtains|a box of books|the spare keys|the paperwork|an antique mirror|the ladder|"
    "a bag of cement|the insurance forms|two bicycles|the cherry tree|the mailbox|a broken lamp|"
    "the wedding photos|the barbecue|the contract|a vase|the fence posts|the chandelier|"
    "an electric piano|the weekend market|a parade|the lawn chairs|the recipe book|that summer|"
    "the sunsets|the bird feeder|a new sofa|the rain barrel|her paintings|the swimming lessons|"
    "the heating bill|the moving boxes|a jar of honey|the wallpaper samples|the front steps|"
    "his old truck|the tomato plants|the band next door|the elevator music|some blankets|a telescope|"
    "the newspaper|the dishwasher|{n} lamps|{big} photos|{n} chairs|a check for {fee}|invoice {num}|"
    "the {yr} calendar|flight {num}|{n} boxes of tools"
).split("|")
_WHEN = (
    "yesterday|last week|this morning|on {date}|at the party|over coffee|after lunch|"
    "before the storm|in passing|twice|for no reason|again|all summer|by email|during the tour|"
    "on the phone|since spring|after work|in a hurry|with a smile|{n} times|back in {yr}|"
    "at {n} o'clock|for {big} minutes|as usual|of course|every Sunday|without asking"
).split("|")
_SAID = (
    "rumor has it|as far as anyone knows|apparently|it turns out that|from what I hear|I am told|"
    "if memory serves|the seller swears|the brochure claims|according to {name}|"
    "according to my cousin|word is|the paperwork says|the owners insist|I believe|looks like|"
    "by the way|just so you know|for what it's worth|believe it or not|on top of that|besides|also|"
    "actually|I should add|one more thing,|they told us|best part:|oh and|fun fact:|let me add that|"
    "as you can see|note that|for the record,|what matters is|to sum up,"
).split("|")


def talk(rng):
    """A sentence about anything but the house's facts."""
    parts = [pick(rng, _WHO), pick(rng, _DID), pick(rng, _WHAT)]
    if rng.random() < 0.7:
        parts.append(pick(rng, _WHEN))
    if rng.random() < 0.15:
        parts.insert(0, pick(rng, _WHEN) + ",")
    return expand(rng, " ".join(parts), SLOTS)


def said(rng):
    """Words before a statement that change nothing about it."""
    return expand(rng, pick(rng, _SAID), SLOTS)
