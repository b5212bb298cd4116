"""What stands around facts: nouns, sentences with a place for a noun phrase or a list, greetings and questions."""

NOUN = (
    "[house|house|house|house|home|home|place|place|property|property|cottage|bungalow|ranch|condo|"
    "townhouse|apartment|colonial|single-family home|family home|cape|duplex|split-level|cabin|"
    "farmhouse|villa|unit|ranch house|rancher|craftsman|victorian|tudor|row house|townhome|"
    "detached house|starter home|loft|listing|dwelling|residence|single family]"
)
MOOD = (
    "[|||||||||lovely |charming |cozy |beautiful |little |big |small |old |older |single-story |"
    "two-story |cute |classic |brick |modern |typical |spacious |family |detached |gorgeous |"
    "wood-frame |stone |traditional |ordinary |semi-detached |newer |sweet |humble |three-story |"
    "1-story |2-story |one-story |adorable |white ]"
)

#: Contexts of a noun phrase. {np} with article, {NP} without, {it} the house in question.
NP_FRAMES = [
    "{np}",
    "{np}",
    "{NP}",
    "{NP}",
    "{NP}",
    (
        "[we're|we are|I'm|I am|my parents are|they're|my sister is] [selling|listing|about to sell|"
        "thinking of selling|putting up for sale|looking to sell|trying to sell|getting ready to list|"
        "planning to sell] {np}"
    ),
    (
        "[what's|what is|whats|what would be|what'd be] [the price of|a fair price for|the value of|"
        "a reasonable price for|the market value of|a good price for|the going rate for|"
        "the estimated price of|the likely price of] {np}?"
    ),
    "how much [is|would be] {np}[| worth]?",
    ("how much [would|does|will|should|could|might|can] {np} [cost|go for|sell for|be worth|fetch|" "bring|run]?"),
    "what [would|does|will|should|could|might] {np} [cost|go for|sell for|be worth|fetch|bring]?",
    (
        "[I'm|we're|I am|my client is|we are|a client is|my son is] [looking at|interested in|"
        "considering|buying|hoping to buy|thinking about buying|eyeing|bidding on|"
        "about to make an offer on|checking out|in love with] {np}"
    ),
    (
        "[I|we|they|my parents|my client|my aunt] [own|have|just bought|inherited|live in|bought|"
        "want to sell|found|saw|am selling|recently inherited|have got] {np}"
    ),
    (
        "[estimate|price|value|appraise|please estimate|can you price|could you estimate|"
        "can you estimate|please value|could you price|can you appraise|predict|please price|quote] [|"
        "the price of |the value of |a price for |]{np}"
    ),
    (
        "[I'd like|I want|we'd like|I need|we need|give me|can I get|could I get|could you give me|"
        "can you give me|looking for|get me] [a price|an estimate|a valuation|a price estimate|a quote|"
        "a ballpark|a number|an appraisal|a rough price|the value] [for|on] {np}"
    ),
    (
        "[it's|it is|this is|that's|here's|here is|we're talking about|picture|imagine|say|so it's|"
        "basically|basically it's|ours is|mine is|we've got|consider|think of] {np}"
    ),
    ("[my|our|the] [client|family|friend|neighbor|grandmother] [has|owns|is selling|bought|" "wants to sell] {np}"),
    (
        "[for sale|FOR SALE|just listed|new listing|coming soon|now selling|available|listing|"
        "For sale by owner|FSBO|new on the market|offered]: {NP}"
    ),
    (
        "[wondering|curious|trying to figure out|trying to find out|I wonder] what {np} [would go for|"
        "is worth|might sell for|would cost|goes for|should cost]"
    ),
    ("[would|could|should] {np} be [expensive|affordable|worth it|pricey]? what's the [number|price|" "estimate]"),
    (
        "[is it possible to|can you|could you|will you|would you] [estimate|tell me the price of|"
        "predict the price of|put a price on|work out the value of|say what I'd pay for] {np}?"
    ),
    "[need|want] [a price|an estimate|a number|value] [on|for] {NP}",
    "[price|value|estimate|price check|cost|worth|quote|valuation] [for|of|on|:] {NP}",
    "tell me [the price of|what I could get for|about how much|what to ask for|the worth of] {np}",
    ("[what|how much] [can|could|should|would] [we|I|they|my parents] [get|ask|list|expect|want|" "charge] for {np}?"),
    "[what|how much] [should|would] [I|we] [pay|offer|bid|budget] for {np}?",
    (
        "[if I|if we|suppose I|suppose we] [sold|bought|listed|built] {np}, what would [it cost|"
        "the price be|it go for|it be worth]?"
    ),
    (
        "{np}, [how much|what's it worth|what would it go for|price|what price|worth|how much is that|"
        "what's the value|estimate please|what do you think|any idea of the price]?"
    ),
    ("{NP}, [how much|what's it worth|price|what price|worth|value|estimate|estimate please|" "price please]?"),
    "{NP} - [how much|what's it worth|price|worth|value|estimate|your estimate]?",
    "[dear|hi|hello] [agent|assistant|there], [I have|we have|I own] {np}",
    "help me [price|value] {np}",
    (
        "[thinking of|we are] [listing|selling] {np}[, what's it worth| and need a price|"
        " and wonder about the price|]"
    ),
    "how does the market see {np}?",
    "what kind of money [is|are we talking for] {np}?",
    (
        "[a friend of mine|my cousin|someone|my boss|an old friend] [is selling|just bought|offers me|"
        "wants to buy|lives in] {np}"
    ),
]

#: Frames around a list of noun phrases: "{list}" is "3 bedrooms, 2 baths and a garage".
LIST_FRAMES = [
    (
        "[it|the house|the place|this one|this house|the home|ours|the property|my house|our place|"
        "our house|it all] [has|has|has|comes with|features|offers|includes|has got|boasts|is offering|"
        "provides|gives you] {list}"
    ),
    ("[we have|we've got|I have|you get|there's|there are|I've got|you'd get|they have|" "you'll find] {list}"),
    "{list}",
    "{list}",
    "{list}",
    "[with|has|features|features include|includes|offers|having|got|comes with] {list}",
    "[a|the|my|our|their] " + NOUN + " with {list}",
    "[a|this|my|the] " + MOOD + NOUN + ": {list}",
    (
        "what [would|does|will] [a house|a home|something|a place|anything|a property] with {list} [cost|"
        "go for|sell for|be worth|run me]?"
    ),
    "how much [for|is|would you say for] {list}?",
    "[price|value|estimate|cost] [for|of] [a house with |a home with |]{list}",
    "[looking for|I want|we want|we need|searching for|I'd like] {list}",
    (
        "[details|specs|the basics|the facts|quick facts|features|info|basics|the details|"
        "here's what I know|overview|what we know]: {list}"
    ),
    "[has|it has] {list} and that's [it|about it|all]",
    "[I know|all I know is|all we know is] it has {list}",
    "[inside|the layout|in all] there's {list}",
    "[you're looking at|we're talking|that means|think|picture] {list}",
    "[total of|altogether|in all] {list}",
]

ASK = [
    "[what's|what is|whats] [it|the house|the place|this|that|my house|our house|it all|she] worth",
    ("[how much|what] [can|could|should|would] [we|I] [ask|get|expect|list it for|ask for it|" "get for it]"),
    ("[how much|how much is it|price|worth|value|estimate|what price|any estimate|thoughts|" "your estimate]"),
    (
        "what [would|should|could|might] [it|this|the house|that|the place|a house like that] [cost|"
        "go for|sell for|be worth|fetch|bring]"
    ),
    (
        "[any idea|do you know|can you tell me|could you tell me|I'd like to know|I wonder|wondering|"
        "curious] what [it's|it is|that is|this is|the house is] worth"
    ),
    "[how much|what] is [it|this|that|the house|the place] worth",
    (
        "[please|can you|could you|kindly|would you] [estimate|give me an estimate|estimate the price|"
        "price it|tell me the price|value it|appraise it|work out the price|run the numbers]"
    ),
    (
        "[what's|what is] [a fair price|the value|the price|a good price|the market value|"
        "a realistic price|your estimate|the estimate|a reasonable asking price|the number|my home worth|"
        "the going price]"
    ),
    "what would you [estimate|say|guess|list it at|price it at]",
    "[how much would|what would] a buyer pay",
    "[give me|need|I need|we need] [a price|an estimate|a number|a ballpark|a quote|a valuation]",
    "what should [we|I|they] [ask|list it at|price it at|pay|offer|bid|charge]",
    "is it [overpriced|a good deal|worth it]? what's the [price|estimate]",
    "how much do you think [it's worth|it would go for|we'd get|it costs]",
    "what do you think [it's worth|it'd sell for|the price is|it will bring]",
    "can you help me price it",
    "[estimate|price|value] [please|pls|plz|thanks]",
    "what's [my|our] [house|home|place] worth",
    "what [number|figure|price tag] would you put on [it|this]",
    "got a price for me",
    "so what's the damage",
    "worth how much",
    "how much money is that",
]
OPEN = [
    "[hi|hello|hey|good morning|good afternoon|hi there|hey there][,|.|!|]",
    "[question|quick question|quick one|a question|hi, quick question][:| -|.|,]",
    "[ok|okay|so|well|right|alright][,|]",
    (
        "[we want to sell our house|we're selling|selling my house|thinking about selling|I want to sell|"
        "we're selling grandma's place|selling my parents' place|my parents are selling|we are buying|"
        "we're house hunting|I'm house hunting|looking at a place|found a place|saw a listing|"
        "we inherited a house|got a new listing|listing a house|helping my mom sell her house|"
        "selling our home|we're listing soon][.|,|:| -|]"
    ),
    (
        "[need|I need|we need|can I get|could you give me|please give me|looking for] [a price|"
        "an estimate|a valuation|a ballpark|a quote|help with a price|a number][.|,|:| for this:|"
        " on this:|]"
    ),
    (
        "[here are the details|details below|the details|here's what I've got|here's the house|"
        "here's the listing|this is what I know|here it is|this is the place|see below|the listing reads|"
        "what I know so far][:|.| -|]"
    ),
    (
        "[what's it worth|how much is this worth|what would this go for|can you price this|"
        "how much for this one|estimate this|price this|price check|please price|value this one|"
        "how much would this go for|what would you pay for this][:|?|? ]"
    ),
    "[my|our] [house|place|home][:|,| -]",
    "[for sale|just listed|new listing|listing|coming soon|sold as is][:|!| -|]",
    (
        "[tell me|can you tell me|could you tell me] [the price|what it's worth|how much it's worth|"
        "what this is worth][:|.|?]"
    ),
    "[I've got|we have|there's] [a house|a place|a home|one] [to sell|for you|here|to price][:|.|,]",
    "[dear sir or madam|to whom it may concern|hi team|dear agent][,|]",
]
SUBJECTS = [
    "it",
    "it",
    "it",
    "the house",
    "the house",
    "the place",
    "this one",
    "the home",
    "the property",
    "this house",
    "our house",
    "our place",
    "my house",
    "that one",
    "she",
    "this place",
    "the building",
]
SEPARATORS = [
    ", ",
    ", ",
    ", ",
    ", ",
    " ",
    " ",
    " / ",
    "/",
    " | ",
    " - ",
    " \u2013 ",
    " \u2014 ",
    "; ",
    " \u2022 ",
    ". ",
    "\n",
    "\n- ",
    "\n\u2022 ",
    " * ",
    " + ",
    ",",
    " \u00b7 ",
    " & ",
    " ... ",
    ".. ",
    " > ",
    "\n* ",
    " \u2022 ",
    "|",
    "  ",
    " ~ ",
]
