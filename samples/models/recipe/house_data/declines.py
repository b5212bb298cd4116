"""Messages that get no tool call: other topics, no facts at all, greetings."""
from . import distractors, strange, voices
from .templates import expand, pick

DECLINE = "Sorry, I can only estimate house prices. Tell me about a house and I will gladly help with that."
NEED_FACTS = (
    "Happy to help. Please tell me something about the house, such as its size, bedrooms, bathrooms, "
    "year built, location or condition."
)
GREETING = "Hello! Tell me about a house and I will estimate its price."
THANKS = "You're welcome! Tell me about another house any time."
NO_TOOL = "I need the house price tool to estimate that, and it is not available right now."
FAILED = "Sorry, the price could not be estimated because the pricing tool reported an error."

_DISH = (
    "[pancakes|a cake|banana bread|tomato soup|pasta|lasagna|chili|pizza dough|fried rice|"
    "an omelette|cookies|roast chicken|a pie|tacos|bread|curry|muffins|brownies|a salad|a steak|"
    "risotto|apple pie|guacamole|meatballs]"
)
_CITY = (
    "[Paris|London|Chicago|Tokyo|Seattle|Boston|Rome|Miami|Berlin|New York|Denver|Sydney|Madrid|"
    "Toronto|Dallas|Mumbai|Oslo|Cairo|Lima]"
)
_CAR = (
    "[Honda Civic|Toyota Corolla|Ford F-150|Tesla Model 3|BMW|Jeep Wrangler|Subaru Outback|"
    "Toyota Camry|Mazda|Chevy Silverado|minivan|pickup truck|VW Golf|used car|convertible|motorcycle|"
    "scooter|Prius|Porsche|Kia]"
)
_LANG = "[Python|Java|C#|JavaScript|Rust|SQL|C++|Go|TypeScript|bash|Excel|PHP|Ruby]"
_ANIMAL = "[dog|cat|parrot|horse|goldfish|hamster|rabbit|penguin|whale|snake|lion|elephant|spider|shark|" "bee|turtle]"
_THING = (
    "[laptop|phone|bicycle|sofa|washing machine|camera|guitar|watch|refrigerator|couch|television|"
    "boat|piano|tent|diamond ring|kayak|coffee machine|lawn mower|dishwasher|desk|mattress|"
    "wedding dress|violin|drone]"
)

OTHER = [
    "[what's|what is|how's|how is|whats] the weather [like |going to be |]in "
    + _CITY
    + "[ today| tomorrow| this weekend| next week|]?",
    "will it [rain|snow|be sunny|be cold|be windy] [tomorrow|today|on {date}|this weekend|in " + _CITY + "]?",
    "[what's the|tell me the|what is the] [temperature|forecast] [in " + _CITY + "|for {date}|today]?",
    "do I need an umbrella [today|tomorrow]?",
    "is it [hot|cold|raining] in " + _CITY + "[ right now|]?",
    "[how do I|how can I|how do you|how to] [make|bake|cook|prepare] "
    + _DISH
    + "[?| for {n} people?| with {n} eggs?| in {big} minutes?]",
    "[give me|share|I need|do you have|find me] a recipe for " + _DISH + "[?|.|]",
    "what can I cook with {n} eggs and [some flour|rice|cheese|potatoes|chicken|spinach]?",
    ("how long [should I|do I|to] [boil|bake|roast|grill] [eggs|a potato|a chicken|rice|salmon|" "a turkey]?"),
    "tell me a [joke|funny story|story|riddle|fun fact|bedtime story|joke about a " + _ANIMAL + "|scary story]",
    (
        "[make me laugh|sing me a song|write a poem about [love|the sea|my house|autumn|my cat|"
        "the mountains|the city]|write a haiku|write me a song|do you know any jokes|"
        "write a short story about a "
    )
    + _ANIMAL
    + "]",
    "why did the chicken cross the road?",
    "say something funny",
    ("[what is|what's|whats|calculate|compute|solve] {num} [+|plus|times|x|*|minus|-|divided by|" "/] {num}?"),
    "[what is|calculate] {big} percent of {num}?",
    "[what's|what is] the square root of {num}?",
    "solve [x + {n} = {big}|2x = {big}|the equation {n}x + {n} = {big}]",
    (
        "how many [feet are in a mile|ounces in a pound|days in {yr}|seconds in an hour|"
        "inches in {n} feet|grams in a kilo|square feet in an acre]?"
    ),
    (
        "convert {num} [miles to km|pounds to kilos|feet to meters|dollars to euros|"
        "square feet to square meters|inches to cm|celsius to fahrenheit]"
    ),
    "is {num} a prime number?",
    "[write|can you write|give me|help me write|show me] [a|some] "
    + _LANG
    + (
        " [function|script|program|code|query|class|loop][ that sorts a list| to parse json|"
        " to reverse a string| to read a file| for a to-do app| that adds {n} numbers|]"
    ),
    (
        "[how do I|how to] [fix|debug|write] [a null pointer|a for loop|an if statement|unit tests|"
        "this bug|a regex|a stack overflow] in "
    )
    + _LANG
    + "?",
    "what's the difference between " + _LANG + " and " + _LANG + "?",
    "explain [recursion|pointers|async await|big O|neural networks|git rebase|docker]",
    "how much [is|does|would|for] [a|my|this] [{yr} |used |new |red |]"
    + _CAR
    + "[ cost| worth| go for| with {num} miles|]?",
    "what's [my|a] {yr} " + _CAR + " worth?",
    "[price of|value of|estimate the value of|what's the price of] [a|my] [{yr} |used |new |]" + _CAR,
    "[I want to sell|selling|I'm selling] my {yr} " + _CAR + " with {num} miles, how much[ is it worth|]?",
    "how much [is|does|for] [a|an|this|my] [new |used |antique |good |] " + _THING + "[ cost| worth| go for|]?",
    "what's the price of [gas|gold|milk|eggs|bitcoin|silver|bread|oil|a gallon of gas|{n} tickets to "
    + _CITY
    + "|an iPhone|coffee|a haircut|flights to "
    + _CITY
    + "|beef]?",
    "how much [does|would] [a flight to "
    + _CITY
    + (
        "|a wedding|a haircut|a new roof|a kitchen remodel|a swimming pool|a fence|a dentist|"
        "a divorce lawyer|painting a room|a moving truck|a plumber|new windows|a puppy|"
        "solar panels] cost?"
    ),
    "[which|what] [stock|stocks|crypto] should I buy?",
    "what is the [bitcoin|stock|gold|Tesla|Apple] price[ today|]?",
    "[what's|what is] the [average |typical |median |]rent in " + _CITY + "?",
    "how much is rent [these days|in " + _CITY + "|downtown|per month|around here]?",
    (
        "[should I rent or buy|can my landlord raise the rent|how do I find a roommate|"
        "how do I break a lease|can I get my deposit back]?"
    ),
    (
        "[what's|what is] [the current mortgage rate|a mortgage|a good credit score|escrow|an HOA|"
        "title insurance|a home inspection|the down payment on a loan|a reverse mortgage|PMI|"
        "closing cost]?"
    ),
    "[what are|explain] [mortgage rates|closing costs|points on a loan|property taxes|zoning laws]",
    (
        "how do I [paint a room|fix a leaky faucet|unclog a drain|hang a shelf|remove wallpaper|"
        "install a ceiling fan|refinish hardwood floors|clean gutters|get rid of ants|patch drywall|"
        "paint my house|fix my roof|insulate an attic|clean a garage|build a deck|grow tomatoes]?"
    ),
    "[who|which agent|which realtor] should [I|we] hire?",
    "how do I find a good [agent|realtor|plumber|electrician|contractor|mechanic|dentist|school]?",
    (
        "who [is|was] [the president|the first man on the moon|Napoleon|Shakespeare|Einstein|"
        "the king of England|your creator|Taylor Swift|the fastest man|Cleopatra|Mozart]?"
    ),
    ("what is the capital of [France|Spain|Peru|Japan|Kenya|Australia|Canada|Norway|Texas|Brazil|" "Egypt|Chile]?"),
    (
        "[when|what year] did [World War {n}|the Roman Empire|the Civil War|Rome|the Titanic] [end|start|"
        "fall|sink|begin]?"
    ),
    (
        "how [tall is Mount Everest|far is the moon|old is the universe|big is the sun|deep is the ocean|"
        "long is the Nile|many planets are there|fast is light|many people live in "
    )
    + _CITY
    + "|many bedrooms does the White House have|far is "
    + _CITY
    + " from "
    + _CITY
    + "]?",
    "who won the [world cup|super bowl|election|game last night|nba finals|world series][ in {yr}|]?",
    (
        "translate [hello|good morning|thank you|house|I love you|where is the station|how much is it|"
        "the beach] [to|into] [Spanish|French|German|Italian|Japanese|Polish]"
    ),
    "how do you say [house|thanks|goodbye|mountain|water] in [Spanish|French|German|Chinese|Swedish]?",
    (
        "[what|which] [movie|book|series|game|podcast|restaurant] [should I|would you|can you] [watch|"
        "read|recommend|play|suggest|try]?"
    ),
    "[recommend|suggest] [a|some] [movie|book|restaurant|hotel in "
    + _CITY
    + "|music|name for my "
    + _ANIMAL
    + "|gift for my wife|beach in "
    + _CITY
    + "|wine|game]",
    "what should I [eat|wear|do] [today|tonight|for dinner|this weekend|in " + _CITY + "]?",
    "book [a flight|a table|a hotel|a taxi] [for {n}|to " + _CITY + "|on {date}|for {n} people]",
    "set [an alarm|a timer|a reminder] for {big} [minutes|]",
    "[remind me to|I need to] [call mom|buy milk|water the plants|pay {fee}]",
    "what time is it[ in " + _CITY + "|]?",
    "what day is [it|today|tomorrow|{date}]?",
    "play [some music|a song|jazz|the news]",
    "turn [on|off] the [lights|tv|heating|oven]",
    "send [an email|a text|a message] to {name}",
    "call {name}[ at {phone}|]",
    "how many legs does a " + _ANIMAL + " have?",
    "[why|how] do [cats|dogs|birds|bees|fish|whales] [sleep|fly|purr|bark|sing|make honey]?",
    "my " + _ANIMAL + " is {n} years old, [what should it eat|is that old|is it sick]?",
    "I have a [headache|fever|sore throat|rash|toothache], what should I do?",
    "what's the meaning of life?",
    "are you [human|a robot|sentient|alive|ChatGPT|conscious]?",
    "[who should I vote for|is there a god|do aliens exist|what is love|can you keep a secret]?",
    (
        "write [an essay|a letter|a resume|an email|a cover letter|a speech] [about climate change|"
        "to my boss|for a job|about dogs|for my landlord|for school]"
    ),
    "summarize [this article|the news|the Bible|Hamlet|War and Peace|chapter {n}]",
    "fix my grammar",
    "what does [ubiquitous|HOA|LOL|a notary|per se|photosynthesis] mean?",
    "spell [necessary|rhythm|banana|mississippi]",
    (
        "how do I [lose weight|learn guitar|quit smoking|get rich|tie a tie|learn Spanish|change a tire|"
        "file taxes|start a business|lose {n} pounds|run a marathon]?"
    ),
    "[I feel sad|I'm bored|I'm hungry|I'm tired|I am lonely]",
    "who are the best players in {yr}?",
    "plan a {n} day trip to " + _CITY,
    "what's {n} plus {n}",
    "what's a good name for a [dog|baby|boat|cat|band|startup]?",
    (
        "tell me about [the moon|dinosaurs|Rome|black holes|the ocean|France|yourself and your feelings|"
        "history|mountains|the beach in "
    )
    + _CITY
    + "|volcanoes]",
    "random number between {n} and {num}",
    "asdf",
    "[lorem ipsum|test|testing 123|blah blah|qwerty|foo bar]",
    ("what is the best [car|phone|school|beach|ski resort|village|city|laptop] in [the world|Europe|" "America|")
    + _CITY
    + "]?",
    "is {town} a nice place to live?",
    "what's the crime rate in {town}?",
    "how's the job market in {town}?",
]

NO_FACTS = [
    (
        "how much [is|does|would] [a|the|my|our|this|your|that] [house|home|place|property] [worth|cost|"
        "go for|sell for|be worth]?"
    ),
    "[what's|what is|whats] [my|our|the|a|this|that] [house|home|place|property] worth?",
    "[what's|what is] the [price|value|cost] of [a|my|our|the|this|that] [house|home|place|property]?",
    (
        "[can you|could you|please|would you|will you] [estimate|tell me|predict|work out|"
        "give me] [the price of |the value of |][my|our|a] [house|home|place|property]?"
    ),
    (
        "[how much|what] [can|could|should|would|will] [I|we|they] [get|ask|list|charge|expect] for [my|"
        "our|the|a] [house|home|place|property]?"
    ),
    "[I|we] want to [sell|price|list|value|appraise] [my|our|a] [house|home|place]",
    (
        "[I'm|we're] [selling|listing|thinking of selling|about to sell] [my|our] [house|home|"
        "place][, what's it worth?|, how much can we get?|]"
    ),
    (
        "[I'd like|I need|I want|can I get|can I have|we need] [a price|an estimate|a valuation|"
        "an appraisal|a quote] [for|on|of] [my|our|a|the] [house|home|place|property]"
    ),
    ("[help me|can you help me|please help me] [price|value|sell|appraise] [my|our|a] [house|home|" "place]"),
    "[house|home|property] [price|prices|value|estimate|valuation][ please| pls|?|]",
    "how much [do|would] [houses|homes] [cost|sell for|go for]?",
    ("[what|how much] [do|should|would] [houses|homes] cost [these days|around here|in your area|now|" "today|]?"),
    "estimate [my|our|a] [house|home]",
    "[price|value] [my|our] [house|home]",
    "what would [my|a|our|this] [house|home|place] [sell for|go for|be worth|cost]?",
    "[I|we] [inherited|bought|found|own] a [house|home|place], what's it worth?",
    "[is|would] [my|a] [house|home] be expensive? how much?",
    "how much should I pay for a [house|home]?",
    "do you know what [my|our|a] [house|home] is worth?",
    "I need to know the [price|value] of [my|our|a] [house|home|place]",
    "a house, how much?",
    "tell me the price of a house",
    "[give me|need] a [price|number|ballpark] for [my|a|our] house",
    "what could [I|we] sell [my|our|the] [house|home|place] for?",
    "what is a [fair|good|reasonable] price for a [house|home]?",
    "estimate please",
    "what's it worth?",
    "how much?",
    "price?",
    "can you price a house for me?",
    "what do you need to know to price a house?",
    "what information do you need?",
]

HELLO = [
    (
        "[hi|hello|hey|hi there|good morning|good evening|hey there|howdy|greetings|yo|good afternoon|"
        "hiya|hello there][!|.|]"
    ),
    "[hi|hello|hey], [how are you|how's it going|what's up|anyone there|nice to meet you][?|]",
    (
        "[what can you do|who are you|what are you|what do you do|how can you help|what is this|help|"
        "how does this work|what can I ask you|are you there]?"
    ),
    "[can you help me|I need help|I have a question|can I ask you something][?|]",
]
BYE = [
    (
        "[thanks|thank you|thx|cheers|great, thanks|perfect, thank you|thanks a lot|many thanks|"
        "ok thanks|thank you so much|awesome, thanks|ty|thank you very much][!|.|]"
    ),
    (
        "[that's|that is] [great|helpful|all|very helpful|perfect|good to know|more than I thought|"
        "less than I hoped][, thanks|, thank you|.|]"
    ),
    "[ok|okay|great|cool|nice|perfect|awesome|wow][!|.|]",
    "[bye|goodbye|see you|good night|that's all]",
]


def other(rng):
    r = rng.random()
    if r < 0.05:
        text = strange.sentence(rng) + "?"
    else:
        text = expand(rng, pick(rng, voices.table("OTHER") if r < 0.55 else OTHER), distractors.SLOTS)
        if rng.random() < 0.1:
            text = strange.scramble(rng, text, 0.2, keep=False)
    if rng.random() < 0.15:
        text = expand(rng, "[hi|hello|hey|ok|so|please|quick question][,|.|:|] ") + text
    if rng.random() < 0.12:
        text += " " + expand(
            rng, "[thanks|please|thank you|lol|I'm curious|asap|my wife wants to know|for my kids|it's urgent]"
        )
    return text


def no_facts(rng):
    text = expand(rng, pick(rng, voices.table("NO_FACTS") if rng.random() < 0.4 else NO_FACTS))
    if rng.random() < 0.35:
        parts = [text]
        for _ in range(rng.choices([1, 2], [3, 1])[0]):
            r = rng.random()
            extra = (
                distractors.sentence(rng)
                if r < 0.3
                else distractors.chatter(rng)
                if r < 0.6
                else expand(rng, pick(rng, voices.table("ASIDES")))
            )
            parts.insert(rng.randrange(len(parts) + 1), extra)
        text = parts[0]
        for p in parts[1:]:
            text += (" " if text[-1:] in "?.!" else rng.choice([". ", ", ", ". "])) + p
    return text


def hello(rng):
    return expand(rng, pick(rng, HELLO))


def bye(rng):
    return expand(rng, pick(rng, BYE))
