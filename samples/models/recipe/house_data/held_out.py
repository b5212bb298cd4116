"""Phrasings that training never sees, to measure whether the model understands or remembers.

Nothing here is imported by the training data. The tables and frames are this module's own; only the
writing of numbers is shared. :func:`overlap` lists every phrase that both sides have and must be empty.
"""
import random
import re

from . import declines, distractors, fragments as f, frames, numbers, typos
from .templates import expand, expansions, pick

SQFT = {
    "post": ["spread over {n} square feet", "with {n} square feet under the roof", "stretching to {n} sq ft", "that squeezes in {n} square feet", "with {n} sq ft to its name", "taking up {n} sq ft"],
    "sent": ["the tape measure says {n} square feet", "county records show {n} sq ft", "it gives you {n} square feet to play with", "on paper that makes {n} sq ft", "the floor plan adds up to {n} square feet", "in terms of size you are looking at {n} square feet", "we measured {n} square feet of living space last week", "square footage comes out near {n}"],
    "tag": ["{n} sq ft per county", "{n} sq. ft. interior space", "in all {n} sqft", "{n} square feet give or take", "a good {n} sq ft"],
    "kv": [("How big", "{n} sq ft"), ("Size of the home", "{n} square feet"), ("Sq footage inside", "{n}")],
}
BEDROOMS = {
    "adj": ["{n}-bedroomed"],
    "post": ["with {n} bedrooms to go around", "where {n} bedrooms share the top floor", "holding {n} bedrooms", "offering {n} bedrooms for the family"],
    "sent": ["the kids fought over the {n} bedrooms", "down the hall are {n} bedrooms", "we put guests in one of the {n} bedrooms", "bedroom-wise you are looking at {n}", "it manages to fit {n} bedrooms", "upstairs you will come across {n} bedrooms", "the bedrooms number {n}"],
    "tag": ["{n} bedrooms total", "bedrooms x {n}", "{n} bedrooms inside", "{n} comfy bedrooms"],
    "kv": [("How many bedrooms", "{n}"), ("Bedrooms in the house", "{n}"), ("Sleeping", "{n} bedrooms")],
}
BATHROOMS = {
    "post": ["with {n} bathrooms to share", "along with {n} baths", "served by {n} bathrooms", "and {n} bathrooms to match"],
    "sent": ["nobody queues, there are {n} bathrooms", "the plumber counted {n} bathrooms", "bathroom-wise you are looking at {n}", "it manages {n} bathrooms", "you also come across {n} baths", "the bathrooms number {n}", "mornings are easy with {n} baths"],
    "tag": ["{n} bathrooms inside", "bathrooms x {n}", "{n} tidy baths", "{n} baths all told"],
    "kv": [("How many bathrooms", "{n}"), ("Baths in the house", "{n}"), ("Washing", "{n} bathrooms")],
}
YEAR = {
    "post": ["whose walls went up in {y}", "that was completed back in {y}", "the builder finished in {y}", "with {y} on its deed as the build year"],
    "sent": ["the deed shows it was built in {y}", "the county has {y} as the year built", "they laid the foundation and finished it in {y}", "it was put together in {y}", "the first family moved in when it was built in {y}", "records put the construction at {y}", "my agent says built in {y}"],
    "tag": ["its construction year {y}", "first built {y}", "put up {y}", "completed {y}"],
    "kv": [("Year it was built", "{y}"), ("When built", "{y}"), ("Finished in", "{y}")],
}
PLACES = {
    "coast": ["right where the beach begins", "hugging the coastline", "in an oceanside community", "with its back to the ocean", "two doors off the beach", "down on the seafront"],
    "city": ["deep in the city", "among the downtown towers", "in a busy city district", "surrounded by city streets", "a few floors above downtown", "in a lively urban quarter"],
    "suburb": ["tucked into the suburbs", "in one of the older suburbs", "in a sleepy suburban pocket", "in your typical suburb", "out where the suburbs are", "in a green suburban corner"],
    "village": ["at the heart of a village", "in a picture-book village", "in a village of farmers", "way out in the countryside", "in a village nobody has heard of", "among the lanes of a country village"],
    "mountain": ["perched in the mountains", "halfway up a mountain", "surrounded by mountain peaks", "deep in mountain country", "in a little mountain community", "way up in the high mountains"],
}
PLACE_WORDS = {"coast": ["right on the coast", "oceanside", "by the beach side"], "city": ["downtown core", "big city", "inside the city"], "suburb": ["typical suburb", "suburban street", "suburb of the city"], "village": ["village in the country", "tiny village", "village green"], "mountain": ["mountain country", "high mountains", "mountain slope"]}
LOCATION = {"post": ["{place}"], "sent": ["you'll find it {place}", "its spot is {place}", "we are talking about somewhere {place}", "home is {place}"], "tag": ["{place}", "{word}"], "kv": [("Where it is", "{word}"), ("Kind of place", "{word}")]}
STATES = {
    "poor": ["a wreck inside", "in dreadful, neglected repair", "a fixer-upper through and through", "in a terrible state of neglect", "falling to pieces", "run down from top to bottom"],
    "fair": ["a touch dated", "passable but tired", "in middling, average shape", "fair at best", "so-so, with some wear", "okay but rather dated"],
    "good": ["well kept over the years", "in good honest shape", "in good condition all around", "well maintained by its owners", "solid and in good shape", "good, with nothing broken"],
    "excellent": ["immaculate from top to bottom", "like new in every room", "in flawless, move-in ready condition", "simply pristine", "freshly and fully renovated", "in excellent condition all around"],
}
STATE_WORDS = {"poor": ["poor, to be honest", "run-down", "a fixer-upper"], "fair": ["fair, to be honest", "average", "dated"], "good": ["good, to be honest", "well kept", "good all around"], "excellent": ["excellent, to be honest", "immaculate", "like new"]}
CONDITION = {"post": ["that is {state}"], "sent": ["the inspector found it {state}", "to be frank it is {state}", "walking through, it is {state}", "the photos don't lie, it's {state}"], "tag": ["{state}", "{word}"], "kv": [("Shape it is in", "{word}"), ("How it looks", "{word}")]}
LOT_ACRE = {"post": ["with {acre} to mow", "surrounded by {acre} of grass", "on a lot stretching over {acre}"], "sent": ["{acre} of land come with the deed", "the surveyor marked off {acre}", "outside you get {acre} to mow", "the lot works out to {acre}"], "tag": ["lot of {acre}", "{acre} of grass", "{acre} of outdoor space"], "kv": [("Size of the lot", "{acre}"), ("Ground", "{acre}")]}
LOT_SQFT = {"post": ["on a lot stretching to {n} sq ft", "on a {n} square foot patch of land", "with a lot measuring {n} square feet"], "sent": ["the survey puts the lot at {n} sq ft", "the lot works out to {n} square feet", "outside, the lot gives you {n} square feet", "its lot adds up to {n} sq ft"], "tag": ["lot of {n} sq ft", "{n} square foot patch of land", "lot measuring {n} sq ft"], "kv": [("Size of the lot", "{n} sq ft"), ("Lot in square feet", "{n}")]}
GARAGE = {"post": ["with a garage that swallows {n} car{s}", "with a {n}-car garage out back", "with a {n}-car garage on the side"], "sent": ["the garage swallows {n} car{s}", "out back is a {n}-car garage", "you could tuck {n} car{s} into the garage", "its garage was made for {n} car{s}", "next to it stands a {n} car garage"], "tag": ["{n}-car garage out back", "garage made for {n} car{s}", "{n} car garage on the side"], "kv": [("Cars in the garage", "{n}"), ("Garage room", "{n} car{s}")]}
GARAGE_NONE = {"post": ["without so much as a garage", "with no garage to speak of"], "sent": ["cars live outside since there is no garage", "you won't find a garage", "no garage to speak of", "the one thing missing is a garage, there is none"], "tag": ["no garage to speak of", "no garage here", "no garage on site"], "kv": [("Cars in the garage", "none"), ("Garage room", "no garage")]}

OPENERS = ["[Got a lead on|Walked through|A coworker is parting with|We are about to close on|My in-laws wish to unload|A buyer of mine adores|The bank handed us|My landlord offered me] a {np}.", "[Pretend you are valuing|Put yourself in my shoes with|Let's talk about|Run this by me:|Have a go at] a {np}.", "A {np} [came up|crossed my desk|caught my eye|is up for grabs].", "[Where do prices stand|What sort of money changes hands|What figure makes sense] for a {np}?", "[Suppose the market opened tomorrow|Say I had to decide tonight] on a {np}."]
NOUNS = "[home|house|place|property|bungalow|townhouse|family home]"
ASKS = ["Where would you put the price?", "What sort of money would that bring in?", "Name a fair figure.", "What would the market say?", "Give me your best number.", "What's a sensible asking price?", "How high should the offer be?", "What figure would you write down?", "Which number would a buyer agree to?"]
SHORTS = ["In short: {list}.", "The rundown >> {list}", "Facts at a glance - {list}.", "My notes say {list}.", "On the card in the window: {list}.", "{list}. Name a fair figure.", "From the flyer: {list}"]
DISTRACT = ["the previous buyer handed over {money}", "our moving van is booked for {date}", "the school bus stops {n} doors down", "the stadium is {mi} miles away by car", "the mailbox says {num}", "so far we toured {n} similar homes", "my loan is locked at {rate}", "someone redid the roof in {yr}", "the owners have {n} grandchildren", "the HOA takes {fee} every single month", "the dog is {n} and barks at everyone", "our agent charges {n} percent", "my cell is {phone}", "the tax bill was {tax} last spring", "the neighbours have a lovely cat", "the porch swing squeaks", "there is a lemon tree by the gate", "our piano has to go first"]


def _table(name, value):
    if name == "sqft":
        return SQFT, lambda r: {"n": numbers.area(r, value)}
    if name == "bedrooms":
        return BEDROOMS, lambda r: {"n": numbers.small(r, value)}
    if name == "bathrooms":
        return BATHROOMS, lambda r: {"n": numbers.bathrooms(r, value)}
    if name == "year_built":
        return YEAR, lambda r: {"y": numbers.year(r, value)}
    if name == "location":
        return LOCATION, lambda r: {"place": pick(r, PLACES[value]), "word": pick(r, PLACE_WORDS[value])}
    if name == "condition":
        return CONDITION, lambda r: {"state": pick(r, STATES[value]), "word": pick(r, STATE_WORDS[value])}
    if name == "lot_sqft":
        return (LOT_ACRE, lambda r: {"acre": value[1]}) if value[2] else (LOT_SQFT, lambda r: {"n": value[1]})
    if value == 0:
        return GARAGE_NONE, lambda r: {}
    return GARAGE, lambda r: {"n": numbers.small(r, value), "s": "" if value == 1 else "s"}


def _say(rng, name, value, form):
    phrases, slots = _table(name, value)
    chosen = pick(rng, phrases[form])
    if form == "kv":
        return chosen[0] + ": " + expand(rng, chosen[1], slots(rng))
    return expand(rng, chosen, slots(rng))


def _singular(text):
    return re.sub(r"\b(1|one) (bedroom|bathroom|bath|acre|square foot)s\b", r"\1 \2", text)


def sentence(rng):
    """One held-out message and its arguments."""
    values = f.draw_values(rng, frames.subset(rng))
    if values.get("bedrooms") == 0:
        values["bedrooms"] = 3
    if values.get("bathrooms") == 1:
        values["bathrooms"] = 2
    names = list(values)
    rng.shuffle(names)
    style = rng.choices(["sentences", "noun", "list", "kv"], [3, 4, 3, 1])[0]
    say = lambda n, form: _say(rng, n, values[n], form)
    if style == "sentences":
        pieces = [say(n, "sent") for n in names]
    elif style == "noun":
        cut = rng.randint(1, min(3, len(names)))
        head, rest = names[:cut], names[cut:]
        phrase = expand(rng, NOUNS)
        if "bedrooms" in head and rng.random() < 0.4:
            head.remove("bedrooms")
            phrase = say("bedrooms", "adj") + " " + phrase
        phrase = ", ".join([phrase + (" " + say(head[0], "post") if head else "")] + [say(n, "post") for n in head[1:]])
        pieces = [expand(rng, pick(rng, OPENERS)).replace("{np}", phrase)] + [say(n, "sent") for n in rest]
    elif style == "list":
        pieces = [pick(rng, SHORTS).replace("{list}", pick(rng, [", ", "; ", " / ", ", ", ", "]).join(say(n, "tag") for n in names))]
    else:
        pieces = [pick(rng, ["\n", "; ", ", "]).join(say(n, "kv") for n in names)]
    if rng.random() < 0.4:
        pieces.append(pick(rng, ASKS))
    while rng.random() < 0.3:
        pieces.insert(rng.randrange(len(pieces) + 1), expand(rng, pick(rng, DISTRACT), distractors.SLOTS))
    out = ""
    for p in pieces:
        p = p[:1].upper() + p[1:]
        if out and out[-1] not in ".?!:":
            out += "."
        out += (" " if out else "") + p
    if out[-1].isalnum() and rng.random() < 0.7:
        out += "."
    out = _singular(out)
    if rng.random() < 0.5:
        out = typos.roughen(rng, out)
    return out, f.arguments(values)


def sentences(count=500, seed=4242):
    rng = random.Random(seed)
    return [sentence(rng) for _ in range(count)]


# -- the check that nothing is shared ------------------------------------------------------------


def _normal(text):
    text = text.lower().replace(f._U.lower(), "{u}")
    text = re.sub(r"square feet|square foot|sq\. ft\.?|sq ft|sqft", "{u}", text)
    return re.sub(r"[^a-z0-9{} ]+", "", re.sub(r"\{(?!u\})\w+\}", "{x}", text)).strip()


def _walk(item):
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for v in item.values():
            yield from _walk(v)
    elif isinstance(item, (list, tuple)):
        for v in item:
            yield from _walk(v)


def _phrases(tables):
    out = set()
    for template in _walk(tables):
        template = template.replace("\t", ": ").replace(f._U, "{u}").replace(f._A, "")
        out.update(_normal(t) for t in expansions(template))
    return out


def training_phrases():
    return _phrases([f.SQFT, f.BEDROOMS, f.STUDIO, f.BATHROOMS, f.BED_BATH, f.YEAR, f.LOCATION, f._LOCATION_COMMON, f.CONDITION, f._CONDITION_COMMON, f.LOT_ACRE, f.LOT_SQFT,
                     f.GARAGE, f.GARAGE_NONE, frames.NP_FRAMES, frames.LIST_FRAMES, frames.ASK, frames.OPEN, distractors.SENTENCES, distractors.TAGS, distractors.KV, distractors.POST,
                     distractors.CHATTER, list(distractors.UNSIZED.values()), distractors._SAID, declines.OTHER, declines.NO_FACTS])


def held_out_phrases():
    mine = [{k: v for k, v in t.items() if k != "kv"} for t in (SQFT, BEDROOMS, BATHROOMS, YEAR, LOT_ACRE, LOT_SQFT, GARAGE, GARAGE_NONE)]
    frames_only = [{k: v for k, v in t.items() if k == "sent"} for t in (LOCATION, CONDITION)]
    keys = [[k for k, _ in t["kv"]] for t in (SQFT, BEDROOMS, BATHROOMS, YEAR, LOCATION, CONDITION, LOT_ACRE, LOT_SQFT, GARAGE, GARAGE_NONE)]
    return _phrases([mine, frames_only, keys, list(PLACES.values()), list(STATES.values()), OPENERS, ASKS, SHORTS, DISTRACT])


def overlap():
    """Phrases that both held-out and training can produce; empty, or the measurement means nothing."""
    return sorted(held_out_phrases() & training_phrases())


# -- messages without a call ---------------------------------------------------------------------

#: Other topics in words of their own. The right reaction is the decline, never a call.
OTHER_TOPICS = [
    "Should I bring a raincoat to Lisbon on Friday?", "how windy does it get in Chicago", "Could you tell me whether it is going to freeze overnight?", "I fancy a good lentil soup, any recipe?", "teach me to make sushi at home",
    "How many cups of flour go into a sponge cake?", "Please tell me something that makes me giggle", "know any good knock-knock jokes?", "12 times 14", "What do you get when you add 318 and 77?", "if I have 5 apples and eat 2, how many are left?",
    "Write me a Python script to rename files", "My JavaScript promise never resolves, help", "how do I center a div", "What would a 2014 Volkswagen Passat fetch?", "how much could I get for my old mountain bike", "what do they charge for an oil change?",
    "price of a one way ticket to Madrid", "how much is a cappuccino in Rome", "Is renting smarter than buying?", "what do people pay in rent in Berlin", "who painted the Mona Lisa?", "In which year did the Berlin Wall come down?", "Name the longest river in Africa",
    "how do vaccines work", "Which team is leading the league right now?", "I can't sleep, any tips?", "my knee hurts when I run", "Draft a thank-you note to my teacher", "Translate 'see you tomorrow' into Italian", "Do you dream at night?", "order a pizza with mushrooms", "wake me at 7",
    "what's a synonym for happy", "How do I grow basil indoors?", "which laptop is best for students", "did anyone win the lottery yesterday", "how far away is Mars", "what is bitcoin trading at", "Tell me the plot of Romeo and Juliet",
]

#: About a house, but without a single fact. The right reaction is to ask for facts.
WITHOUT_FACTS = [
    "What might my home fetch?", "I'd love to find out the value of our place", "we want to put the house on the market, what can we hope for?", "Could you do a valuation?", "how much money is in our house", "My sister wants to know what her house would bring",
    "I'm curious about the price of a property", "What do homes go for at the moment?", "let's price my house", "Is there a way to learn what my place is worth?", "I have a house. Price?", "please appraise our home for us", "can you put a number on my house", "what's my place going to sell for", "value of a home?",
]
