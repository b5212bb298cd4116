"""Puts fragments together into whole messages: listings, sentences, lists, questions, chats.

Every message is one *style* (or two mixed), a random order of facts, and any amount of talk and
distracting numbers around and between them.
"""
from . import distractors, fragments as f
from .templates import expand, pick

NOUN = "[house|house|house|house|home|home|place|place|property|property|cottage|bungalow|ranch|condo|townhouse|apartment|colonial|single-family home|family home|cape|duplex|split-level|cabin|farmhouse|villa|unit|ranch house|rancher|craftsman|victorian|tudor|row house|townhome|detached house|starter home|loft|listing|dwelling|residence|single family]"
MOOD = "[|||||||||lovely |charming |cozy |beautiful |little |big |small |old |older |single-story |two-story |cute |classic |brick |modern |typical |spacious |family |detached |gorgeous |wood-frame |stone |traditional |ordinary |semi-detached |newer |sweet |humble |three-story |1-story |2-story |one-story |adorable |white ]"

#: Contexts of a noun phrase. {np} with article, {NP} without, {it} the house in question.
NP_FRAMES = [
    "{np}", "{np}", "{NP}", "{NP}", "{NP}", "[we're|we are|I'm|I am|my parents are|they're|my sister is] [selling|listing|about to sell|thinking of selling|putting up for sale|looking to sell|trying to sell|getting ready to list|planning to sell] {np}", "[what's|what is|whats|what would be|what'd be] [the price of|a fair price for|the value of|a reasonable price for|the market value of|a good price for|the going rate for|the estimated price of|the likely price of] {np}?", "how much [is|would be] {np}[| worth]?", "how much [would|does|will|should|could|might|can] {np} [cost|go for|sell for|be worth|fetch|bring|run]?", "what [would|does|will|should|could|might] {np} [cost|go for|sell for|be worth|fetch|bring]?",
    "[I'm|we're|I am|my client is|we are|a client is|my son is] [looking at|interested in|considering|buying|hoping to buy|thinking about buying|eyeing|bidding on|about to make an offer on|checking out|in love with] {np}", "[I|we|they|my parents|my client|my aunt] [own|have|just bought|inherited|live in|bought|want to sell|found|saw|am selling|recently inherited|have got] {np}", "[estimate|price|value|appraise|please estimate|can you price|could you estimate|can you estimate|please value|could you price|can you appraise|predict|please price|quote] [|the price of |the value of |a price for |]{np}", "[I'd like|I want|we'd like|I need|we need|give me|can I get|could I get|could you give me|can you give me|looking for|get me] [a price|an estimate|a valuation|a price estimate|a quote|a ballpark|a number|an appraisal|a rough price|the value] [for|on] {np}", "[it's|it is|this is|that's|here's|here is|we're talking about|picture|imagine|say|so it's|basically|basically it's|ours is|mine is|we've got|consider|think of] {np}", "[my|our|the] [client|family|friend|neighbor|grandmother] [has|owns|is selling|bought|wants to sell] {np}", "[for sale|FOR SALE|just listed|new listing|coming soon|now selling|available|listing|For sale by owner|FSBO|new on the market|offered]: {NP}", "[wondering|curious|trying to figure out|trying to find out|I wonder] what {np} [would go for|is worth|might sell for|would cost|goes for|should cost]", "[would|could|should] {np} be [expensive|affordable|worth it|pricey]? what's the [number|price|estimate]", "[is it possible to|can you|could you|will you|would you] [estimate|tell me the price of|predict the price of|put a price on|work out the value of|say what I'd pay for] {np}?", "[need|want] [a price|an estimate|a number|value] [on|for] {NP}", "[price|value|estimate|price check|cost|worth|quote|valuation] [for|of|on|:] {NP}", "tell me [the price of|what I could get for|about how much|what to ask for|the worth of] {np}", "[what|how much] [can|could|should|would] [we|I|they|my parents] [get|ask|list|expect|want|charge] for {np}?", "[what|how much] [should|would] [I|we] [pay|offer|bid|budget] for {np}?", "[if I|if we|suppose I|suppose we] [sold|bought|listed|built] {np}, what would [it cost|the price be|it go for|it be worth]?", "{np}, [how much|what's it worth|what would it go for|price|what price|worth|how much is that|what's the value|estimate please|what do you think|any idea of the price]?", "{NP}, [how much|what's it worth|price|what price|worth|value|estimate|estimate please|price please]?", "{NP} - [how much|what's it worth|price|worth|value|estimate|your estimate]?", "[dear|hi|hello] [agent|assistant|there], [I have|we have|I own] {np}", "help me [price|value] {np}", "[thinking of|we are] [listing|selling] {np}[, what's it worth| and need a price| and wonder about the price|]", "how does the market see {np}?", "what kind of money [is|are we talking for] {np}?", "[a friend of mine|my cousin|someone|my boss|an old friend] [is selling|just bought|offers me|wants to buy|lives in] {np}",
]

#: Frames around a list of noun phrases: "{list}" is "3 bedrooms, 2 baths and a garage".
LIST_FRAMES = [
    "[it|the house|the place|this one|this house|the home|ours|the property|my house|our place|our house|it all] [has|has|has|comes with|features|offers|includes|has got|boasts|is offering|provides|gives you] {list}", "[we have|we've got|I have|you get|there's|there are|I've got|you'd get|they have|you'll find] {list}", "{list}", "{list}", "{list}", "[with|has|features|features include|includes|offers|having|got|comes with] {list}", "[a|the|my|our|their] " + NOUN + " with {list}", "[a|this|my|the] " + MOOD + NOUN + ": {list}", "what [would|does|will] [a house|a home|something|a place|anything|a property] with {list} [cost|go for|sell for|be worth|run me]?", "how much [for|is|would you say for] {list}?", "[price|value|estimate|cost] [for|of] [a house with |a home with |]{list}", "[looking for|I want|we want|we need|searching for|I'd like] {list}", "[details|specs|the basics|the facts|quick facts|features|info|basics|the details|here's what I know|overview|what we know]: {list}", "[has|it has] {list} and that's [it|about it|all]", "[I know|all I know is|all we know is] it has {list}", "[inside|the layout|in all] there's {list}", "[you're looking at|we're talking|that means|think|picture] {list}", "[total of|altogether|in all] {list}",
]

ASK = ["[what's|what is|whats] [it|the house|the place|this|that|my house|our house|it all|she] worth", "[how much|what] [can|could|should|would] [we|I] [ask|get|expect|list it for|ask for it|get for it]", "[how much|how much is it|price|worth|value|estimate|what price|any estimate|thoughts|your estimate]", "what [would|should|could|might] [it|this|the house|that|the place|a house like that] [cost|go for|sell for|be worth|fetch|bring]", "[any idea|do you know|can you tell me|could you tell me|I'd like to know|I wonder|wondering|curious] what [it's|it is|that is|this is|the house is] worth", "[how much|what] is [it|this|that|the house|the place] worth", "[please|can you|could you|kindly|would you] [estimate|give me an estimate|estimate the price|price it|tell me the price|value it|appraise it|work out the price|run the numbers]", "[what's|what is] [a fair price|the value|the price|a good price|the market value|a realistic price|your estimate|the estimate|a reasonable asking price|the number|my home worth|the going price]", "what would you [estimate|say|guess|list it at|price it at]", "[how much would|what would] a buyer pay", "[give me|need|I need|we need] [a price|an estimate|a number|a ballpark|a quote|a valuation]", "what should [we|I|they] [ask|list it at|price it at|pay|offer|bid|charge]", "is it [overpriced|a good deal|worth it]? what's the [price|estimate]", "how much do you think [it's worth|it would go for|we'd get|it costs]", "what do you think [it's worth|it'd sell for|the price is|it will bring]", "can you help me price it", "[estimate|price|value] [please|pls|plz|thanks]", "what's [my|our] [house|home|place] worth", "what [number|figure|price tag] would you put on [it|this]", "got a price for me", "so what's the damage", "worth how much", "how much money is that"]
OPEN = ["[hi|hello|hey|good morning|good afternoon|hi there|hey there][,|.|!|]", "[question|quick question|quick one|a question|hi, quick question][:| -|.|,]", "[ok|okay|so|well|right|alright][,|]", "[we want to sell our house|we're selling|selling my house|thinking about selling|I want to sell|we're selling grandma's place|selling my parents' place|my parents are selling|we are buying|we're house hunting|I'm house hunting|looking at a place|found a place|saw a listing|we inherited a house|got a new listing|listing a house|helping my mom sell her house|selling our home|we're listing soon][.|,|:| -|]", "[need|I need|we need|can I get|could you give me|please give me|looking for] [a price|an estimate|a valuation|a ballpark|a quote|help with a price|a number][.|,|:| for this:| on this:|]", "[here are the details|details below|the details|here's what I've got|here's the house|here's the listing|this is what I know|here it is|this is the place|see below|the listing reads|what I know so far][:|.| -|]", "[what's it worth|how much is this worth|what would this go for|can you price this|how much for this one|estimate this|price this|price check|please price|value this one|how much would this go for|what would you pay for this][:|?|? ]", "[my|our] [house|place|home][:|,| -]", "[for sale|just listed|new listing|listing|coming soon|sold as is][:|!| -|]", "[tell me|can you tell me|could you tell me] [the price|what it's worth|how much it's worth|what this is worth][:|.|?]", "[I've got|we have|there's] [a house|a place|a home|one] [to sell|for you|here|to price][:|.|,]", "[dear sir or madam|to whom it may concern|hi team|dear agent][,|]"]
SUBJECTS = ["it", "it", "it", "the house", "the house", "the place", "this one", "the home", "the property", "this house", "our house", "our place", "my house", "that one", "she", "this place", "the building"]
SEPARATORS = [", ", ", ", ", ", ", ", " ", " ", " / ", "/", " | ", " - ", " \u2013 ", " \u2014 ", "; ", " \u2022 ", ". ", "\n", "\n- ", "\n\u2022 ", " * ", " + ", ",", " \u00b7 ", " & ", " ... ", ".. ", " > ", "\n* ", " \u2022 ", "|", "  ", " ~ "]


def join_list(rng, items):
    if len(items) == 1:
        return items[0]
    r = rng.random()
    last = " and " if r < 0.6 else ", and " if r < 0.78 else ", " if r < 0.9 else " plus " if r < 0.94 else " & " if r < 0.97 else ", plus "
    sep = ", " if rng.random() < 0.93 else " and "
    return sep.join(items[:-1]) + last + items[-1]


def article(phrase):
    first = phrase[:1].lower()
    an = first in "aeio" or phrase.startswith(("8", "11 ", "11-", "18")) or phrase[:3].lower() in ("urb", "und", "uni", "unr", "upt", "unp", "ups")
    if phrase[:3].lower() in ("one", "uni"):
        an = False
    return ("an " if an else "a ") + phrase


class Writer:
    """Writes one message about the facts in ``values``."""

    def __init__(self, rng, values, noise, talk=0.0):
        self.talk = talk
        self.rng = rng
        self.values = values
        self.noise = noise

    # -- facts ---------------------------------------------------------------------------------

    def units(self, names, form):
        """Phrases in ``form``; bedrooms and bathrooms sometimes as one. Returns [(names, text)]."""
        rng, names = self.rng, list(names)
        out = []
        if "bedrooms" in names and "bathrooms" in names and self.values["bedrooms"] > 0 and rng.random() < 0.45 and form in f.BED_BATH:
            at = min(names.index("bedrooms"), names.index("bathrooms"))
            names = [n for n in names if n not in ("bedrooms", "bathrooms")]
            names.insert(min(at, len(names)), "+")
        for n in names:
            if n == "+":
                out.append((("bedrooms", "bathrooms"), f.say_bed_bath(rng, self.values["bedrooms"], self.values["bathrooms"], form)))
            else:
                out.append(((n,), f.say(rng, n, self.values[n], form)))
        return out

    def has(self, name, form):
        return bool(f.table(name, self.values[name])[0].get(form))

    # -- styles --------------------------------------------------------------------------------

    def tags(self, names):
        rng = self.rng
        items = [t for _, t in self.units(names, "tag")]
        while self.noise and rng.random() < 0.3:
            items.insert(rng.randrange(len(items) + 1), distractors.tag(rng))
        if self.noise and rng.random() < 0.12:
            items.insert(rng.randrange(len(items) + 1), distractors.unsized(rng, self.values, "tag") or "must see")
        if rng.random() < 0.06 and len(items) > 1:
            text = items[0]
            for item in items[1:]:
                text += ("" if item[:1].isdigit() and text[-1:].isalpha() else " ") + item
            return text
        if rng.random() < 0.12:
            text = items[0]
            for item in items[1:]:
                text += pick(rng, SEPARATORS[:14]) + item
            return text
        sep = pick(rng, SEPARATORS)
        text = sep.join(items)
        return sep.lstrip("\n ") + text if sep.startswith("\n") and len(sep) > 1 and rng.random() < 0.7 else text

    def key_values(self, names):
        rng = self.rng
        items = [t.split("\t") for _, t in self.units(names, "kv")]
        while self.noise and rng.random() < 0.35:
            items.insert(rng.randrange(len(items) + 1), list(distractors.key_value(rng)))
        mark = pick(rng, [": ", ": ", ": ", ":", " - ", " = ", "=", " ", " : ", "\t", "? ", ", ", " \u2013 ", " -> ", " is "])
        sep = pick(rng, ["\n", "\n", "\n", ", ", ", ", "; ", " | ", ". ", " / ", "\n- ", "\n\u2022 ", " ", "\n* "])
        if mark in (" ", ", ", " is ") and sep in (" ", ", "):
            sep = "; "
        if rng.random() < 0.3:
            items = [[k.lower(), v] for k, v in items]
        return sep.join(k + mark + v for k, v in items)

    def noun_phrase(self, names):
        """``(with article, without)``: adjectives, noun, things after the noun."""
        rng = self.rng
        before, after, withs = [], [], []
        for n in names:
            forms = [x for x, w in (("adj", 5 if n not in ("lot_sqft", "garage_spaces") else 0.5), ("post", 4), ("np", 4)) if self.has(n, x) for _ in range(int(w * 2))]
            form = pick(rng, forms)
            (before if form == "adj" else after if form == "post" else withs).append(n)
        order = {"condition": 0, "location": 3, "year_built": 1, "bedrooms": 4, "bathrooms": 5, "sqft": 2, "lot_sqft": 6, "garage_spaces": 7}
        if rng.random() < 0.5:
            before.sort(key=lambda n: order[n])
        adjectives = [t for _, t in self.units(before, "adj")]
        noun = expand(rng, NOUN)
        if "location" in before and rng.random() < 0.35:
            before_rest = [n for n in before if n != "location"]
            adjectives = [t for _, t in self.units(before_rest, "adj")]
            noun = expand(rng, pick(rng, f.LOCATION[self.values["location"]]["house"]))
        if adjectives and before and before[-1] in ("bedrooms", "bathrooms") and rng.random() < 0.3:
            noun = ""
        sep = ", " if rng.random() < 0.3 else " "
        head = sep.join(adjectives + [noun]) if sep == " " else ", ".join(adjectives) + (" " if adjectives else "") + noun
        head = head.strip().rstrip(",")
        mood = expand(rng, MOOD) if not adjectives or rng.random() < 0.4 else ""
        if rng.random() < 0.5:
            head = mood + head
        elif adjectives and noun:
            head = head[:len(head) - len(noun)] + mood + noun
        tail = [t for _, t in self.units(after, "post")]
        if withs:
            tail.append("with " + join_list(rng, [t for _, t in self.units(withs, "np")]))
        if rng.random() < 0.5:
            rng.shuffle(tail)
        while self.noise and rng.random() < 0.2:
            tail.insert(rng.randrange(len(tail) + 1), distractors.post(rng))
        if self.noise and rng.random() < 0.07:
            tail.insert(rng.randrange(len(tail) + 1), distractors.unsized(rng, self.values, "post") or "with a porch")
        text = head
        comma = rng.random() < 0.5
        for i, t in enumerate(tail):
            if t.startswith(","):
                text += t if i < len(tail) - 1 else t.rstrip(",")
            else:
                text += (", " if comma and i else " and " if i and i == len(tail) - 1 and rng.random() < 0.3 and not t.startswith(("and", "but")) else " ") + t
        determiner = rng.random()
        if determiner < 0.72:
            full = article(text)
        else:
            full = pick(rng, ["the ", "this ", "my ", "our ", "that ", "my mother's ", "their ", "grandma's ", "one ", "our old ", "my parents' ", "some "]) + text
        return full.replace(",,", ","), text.replace(",,", ",")

    def noun_sentence(self, names):
        full, bare = self.noun_phrase(names)
        template = expand(self.rng, pick(self.rng, NP_FRAMES))
        text = template.replace("{np}", full).replace("{NP}", bare)
        return text.replace(",?", "?").replace(",,", ",")

    def list_sentence(self, names):
        rng = self.rng
        items = []
        fit = [n for n in names if self.has(n, "np")]
        rest = [n for n in names if n not in fit]
        for _, t in self.units(fit, "np"):
            items.append(t)
        while self.noise and rng.random() < 0.15:
            items.insert(rng.randrange(len(items) + 1), expand(rng, "[a pool|a fireplace|hardwood floors|a basement|a big deck|a new roof|two fireplaces|a fenced yard|central air|a porch|a finished attic|a {sq} sq ft deck|{n} fireplaces|{n} floors|a nice kitchen]", distractors.SLOTS))
        template = expand(rng, pick(rng, LIST_FRAMES))
        tails = [t for _, t in self.units(rest, "post")]
        body = join_list(rng, items) if items else ""
        if not items:
            return self.clauses(names)
        if tails:
            tail = (", " if rng.random() < 0.6 else " ") + (", ".join(tails) if rng.random() < 0.7 else " and ".join(tails))
            if rng.random() < 0.75:
                body += tail
            else:
                body = ", ".join(tails) + (", with " if rng.random() < 0.6 else ", ") + body
                return body
        return template.replace("{list}", body)

    def clauses(self, names):
        """Sentences of one to three facts each."""
        rng = self.rng
        names = list(names)
        sentences = []
        first = True
        while names:
            k = min(len(names), rng.choices([1, 2, 3], [5, 4, 2])[0])
            group, names = names[:k], names[k:]
            r = rng.random()
            if r < 0.45:
                subject = pick(rng, SUBJECTS) if first or rng.random() < 0.75 else "it"
                preds = [t for _, t in self.units([n for n in group if self.has(n, "pred")], "pred")]
                text = subject + " " + join_list(rng, preds)
                if rng.random() < 0.12:
                    text = text[len(subject) + 1:]
            elif r < 0.80:
                parts = [t for _, t in self.units(group, "clause")]
                text = join_list(rng, parts) if rng.random() < 0.5 else pick(rng, [", ", ", ", "; ", " - "]).join(parts)
            else:
                fit = [n for n in group if self.has(n, "np")]
                parts = [t for _, t in self.units(fit, "np")]
                rest = [n for n in group if n not in fit]
                if parts:
                    text = expand(rng, pick(rng, ["[it has|there's|we have|it's got|you get|it comes with|has|the house has|there are|it also has|also|plus|and|with]"])) + " " + join_list(rng, parts)
                    if rest:
                        text += ", " + ", ".join(t for _, t in self.units(rest, "post"))
                else:
                    text = ", ".join(t for _, t in self.units(rest, "clause"))
            first = False
            if self.talk and rng.random() < 0.25:
                text = distractors.said(rng) + " " + text
            sentences.append(text)
        return sentences

    def mix(self, names):
        """How people really type: a comma list in which every item has a form of its own."""
        rng = self.rng
        names = list(names)
        if "bedrooms" in names and "bathrooms" in names and rng.random() < 0.6:
            names.remove("bathrooms")
            names.insert(names.index("bedrooms") + 1, "bathrooms")
        if rng.random() < 0.6:
            first = [n for n in names if n in ("bedrooms", "bathrooms", "sqft")]
            names = first + [n for n in names if n not in first]
        items, i = [], 0
        while i < len(names):
            n = names[i]
            if names[i:i + 2] == ["bedrooms", "bathrooms"] and self.values["bedrooms"] > 0 and rng.random() < 0.6:
                form = pick(rng, ["tag", "np", "adj", "clause"])
                items.append((form, f.say_bed_bath(rng, self.values["bedrooms"], self.values["bathrooms"], form)))
                i += 2
                continue
            form = rng.choices(["tag", "np", "post", "pred", "clause", "adj"], [6, 4, 5, 2, 2, 1])[0]
            if not self.has(n, form):
                form = "post" if n in ("location", "condition", "year_built") else "tag"
            items.append((form, f.say(rng, n, self.values[n], form)))
            i += 1
        if rng.random() < 0.25 and items[0][0] in ("tag", "adj"):
            items[0] = ("tag", items[0][1] + " " + expand(rng, NOUN))
        while self.noise and rng.random() < 0.3:
            extra = distractors.tag(rng) if rng.random() < 0.5 else distractors.sentence(rng) if rng.random() < 0.5 else distractors.chatter(rng)
            items.insert(rng.randrange(len(items) + 1), ("tag", extra))
        sep = ", " if rng.random() < 0.85 else pick(rng, [" ", "; ", " - ", ". ", "\n", " / ", " and "])
        text = items[0][1]
        for k, (form, t) in enumerate(items[1:], 2):
            t = t.strip(", ") if t.startswith(",") else t
            if form == "post" and rng.random() < 0.5:
                text += " " + t
            elif k == len(items) and rng.random() < 0.25:
                text += pick(rng, [" and ", ", and ", " with ", " plus "]) + t
            elif form == "np" and rng.random() < 0.15:
                text += pick(rng, [" with ", " and ", ", with ", ", and "]) + t
            else:
                text += sep + t
        return text

    # -- whole messages ------------------------------------------------------------------------

    def stop(self):
        r = self.rng.random()
        return ". " if r < 0.72 else ", " if r < 0.82 else "! " if r < 0.86 else "; " if r < 0.89 else " - " if r < 0.92 else " " if r < 0.96 else "\n"

    def message(self):
        rng = self.rng
        names = list(self.values)
        rng.shuffle(names)
        if rng.random() < 0.3:
            names.sort(key=f.FIELDS.index)
        style = rng.choices(["tags", "kv", "noun", "list", "clauses", "noun+clauses", "tags+clauses", "noun+tags", "list+clauses", "kv+clauses", "mix", "mix+clauses", "noun+mix"],
                            [12, 6, 18, 8, 12, 14, 4, 3, 4, 2, 20, 4, 5])[0]
        if "+" in style and len(names) < 2:
            style = style.split("+")[rng.randrange(2)]
        pieces = []
        if "+" in style:
            a, b = style.split("+")
            cut = rng.randint(1, len(names) - 1)
            parts = [(a, names[:cut]), (b, names[cut:])]
            if rng.random() < 0.15:
                parts.reverse()
        else:
            parts = [(style, names)]
        for kind, subset in parts:
            made = {"tags": self.tags, "kv": self.key_values, "noun": self.noun_sentence, "list": self.list_sentence, "clauses": self.clauses, "mix": self.mix}[kind](subset)
            pieces.extend(made if isinstance(made, list) else [made])
        asks = any(w in pieces[0].lower() for w in ("worth", "price", "cost", "how much", "estimate", "value", "go for"))
        if rng.random() < (0.12 if asks else 0.33):
            opener = expand(rng, pick(rng, OPEN))
            pieces[0] = opener + (" " if opener[-1:] not in "\n " else "") + pieces[0] if rng.random() < 0.9 else opener + "\n" + pieces[0]
        if rng.random() < (0.10 if asks else 0.38):
            ask = expand(rng, pick(rng, ASK)) + ("?" if rng.random() < 0.8 else "")
            if rng.random() < 0.75:
                pieces.append(ask)
            else:
                pieces.insert(0, ask)
        if self.noise:
            while rng.random() < 0.42:
                extra = distractors.sentence(rng) if rng.random() < 0.58 else distractors.chatter(rng)
                pieces.insert(rng.randrange(len(pieces) + 1), extra)
            if rng.random() < 0.08:
                pieces.insert(rng.randrange(len(pieces) + 1), distractors.unsized(rng, self.values, "sentence") or "there is a porch")
        elif rng.random() < 0.10:
            pieces.insert(rng.randrange(len(pieces) + 1), distractors.chatter(rng))
        if self.talk and rng.random() < self.talk:
            for _ in range(rng.choice([1, 1, 2])):
                pieces.insert(rng.randrange(len(pieces) + 1), distractors.talk(rng))
        text = pieces[0]
        newline = rng.random() < 0.05
        for p in pieces[1:]:
            if text[-1:] in "?!:.":
                text += " " + p
            elif newline:
                text += "\n" + p
            else:
                text += self.stop() + p
        if rng.random() < 0.5 and text[-1:].isalnum():
            text += "."
        return text


def subset(rng):
    """Which facts a message states: one to all eight, common ones more often."""
    count = rng.choices([1, 2, 3, 4, 5, 6, 7, 8], [9, 11, 14, 17, 17, 14, 10, 8])[0]
    weights = {"sqft": 0.85, "bedrooms": 0.9, "bathrooms": 0.85, "year_built": 0.7, "location": 0.75, "condition": 0.75, "lot_sqft": 0.6, "garage_spaces": 0.65}
    if count == 1 or rng.random() < 0.2:
        return rng.sample(f.FIELDS, count)
    keyed = sorted(f.FIELDS, key=lambda n: -rng.random() ** (1 / weights[n]))
    return keyed[:count]


def write(rng, noise=None, talk=0.0):
    """One message and the arguments it states: ``(text before roughening, arguments)``."""
    values = f.draw_values(rng, subset(rng))
    if noise is None:
        noise = rng.random() < 0.5
    return Writer(rng, values, noise, talk).message(), f.arguments(values)


#: What short messages are about: the facts with the most ways to say them.
_SHORT = {"condition": 5, "lot_sqft": 2.5, "location": 1, "garage_spaces": 1, "bathrooms": 1, "bedrooms": 0.7, "sqft": 0.7, "year_built": 0.3}


def write_short(rng, talk=0.0):
    """A message of one or two facts with little around them: the quickest way to learn a synonym."""
    names = rng.choices(list(_SHORT), list(_SHORT.values()))
    if rng.random() < 0.5:
        names.append(pick(rng, [n for n in f.FIELDS if n not in names]))
    values = f.draw_values(rng, names)
    return Writer(rng, values, rng.random() < 0.25, talk).message(), f.arguments(values)
