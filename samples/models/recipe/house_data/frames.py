"""Puts fragments together into whole messages: listings, sentences, lists, questions, chats.

Every message is one *style* (or two mixed), a random order of facts, and any amount of talk and
distracting numbers around and between them.
"""
from . import distractors, fragments as f, strange, voices
from .carriers import ASK, LIST_FRAMES, MOOD, NOUN, NP_FRAMES, OPEN, SEPARATORS, SUBJECTS
from .spans import bare, last
from .templates import expand, pick, tidy, weighted


_LAST_OF_LIST = [(" and ", 0.6), (", and ", 0.18), (", ", 0.12), (" plus ", 0.04), (" & ", 0.03), (", plus ", 0.03)]
_BETWEEN_SENTENCES = [(". ", 72), (", ", 10), ("! ", 4), ("; ", 3), (" - ", 3), (" ", 4), ("\n", 4)]


def join_list(rng, items):
    if len(items) == 1:
        return items[0]
    final = weighted(rng, _LAST_OF_LIST)
    sep = ", " if rng.random() < 0.93 else " and "
    return sep.join(items[:-1]) + final + items[-1]


def article(phrase):
    phrase_marked, phrase = phrase, bare(phrase)
    first = phrase[:1].lower()
    an = (
        first in "aeio"
        or phrase.startswith(("8", "11 ", "11-", "18"))
        or phrase[:3].lower() in ("urb", "und", "uni", "unr", "upt", "unp", "ups")
    )
    if phrase[:3].lower() in ("one", "uni"):
        an = False
    return ("an " if an else "a ") + phrase_marked


class Writer:
    """Writes one message about the facts in ``values``."""

    def __init__(self, rng, values, noise):
        #: Share of carrying words replaced by any others.
        self.odd = rng.choice([0.15, 0.4, 0.8]) if rng.random() < 0.3 else 0.0
        self.rng = rng
        self.values = values
        self.noise = noise

    # -- facts ---------------------------------------------------------------------------------

    def units(self, names, form):
        """Phrases in ``form``; bedrooms and bathrooms sometimes as one. Returns [(names, text)]."""
        rng, names = self.rng, list(names)
        out = []
        if (
            "bedrooms" in names
            and "bathrooms" in names
            and self.values["bedrooms"] > 0
            and rng.random() < 0.45
            and form in f.BED_BATH
        ):
            at = min(names.index("bedrooms"), names.index("bathrooms"))
            names = [n for n in names if n not in ("bedrooms", "bathrooms")]
            names.insert(min(at, len(names)), "+")
        for n in names:
            if n == "+":
                out.append(
                    (
                        ("bedrooms", "bathrooms"),
                        f.say_bed_bath(rng, self.values["bedrooms"], self.values["bathrooms"], form, self.odd),
                    )
                )
            else:
                out.append(((n,), f.say(rng, n, self.values[n], form, self.odd)))
        return out

    def has(self, name, form):
        return f.has(name, self.values[name], form)

    def around(self, tables, name):
        """A phrase that stands around facts: from ``tables`` or a voice's table ``name``, or its words exchanged."""
        rng = self.rng
        text = tidy(expand(rng, pick(rng, voices.table(name) if rng.random() < f.VOICE_SHARE else tables)))
        return strange.scramble(rng, text, self.odd, keep=False) if self.odd else text

    def aside(self):
        """A sentence that states nothing."""
        rng = self.rng
        r = rng.random()
        if r < 0.30:
            return distractors.sentence(rng)
        if r < 0.45:
            return distractors.chatter(rng)
        if r < 0.72:
            return tidy(expand(rng, pick(rng, voices.table("ASIDES"))))
        if r < 0.82:
            return distractors.talk(rng)
        return strange.sentence(rng)

    # -- styles --------------------------------------------------------------------------------

    def tags(self, names):
        rng = self.rng
        items = [t for _, t in self.units(names, "tag")]
        while self.noise and rng.random() < 0.3:
            items.insert(
                rng.randrange(len(items) + 1), distractors.tag(rng) if rng.random() < 0.7 else strange.phrase(rng)
            )
        if self.noise and rng.random() < 0.12:
            items.insert(rng.randrange(len(items) + 1), distractors.unsized(rng, self.values, "tag") or "must see")
        if rng.random() < 0.06 and len(items) > 1:
            text = items[0]
            for item in items[1:]:
                text += ("" if bare(item)[:1].isdigit() and last(text).isalpha() else " ") + item
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
            items.insert(
                rng.randrange(len(items) + 1),
                list(distractors.key_value(rng))
                if rng.random() < 0.8
                else [strange.word(rng).capitalize(), strange.phrase(rng)],
            )
        mark = pick(
            rng, [": ", ": ", ": ", ":", " - ", " = ", "=", " ", " : ", "\t", "? ", ", ", " \u2013 ", " -> ", " is "]
        )
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
            forms = [
                x
                for x, w in (("adj", 5 if n not in ("lot_sqft", "garage_spaces") else 0.5), ("post", 4), ("np", 4))
                if self.has(n, x)
                for _ in range(int(w * 2))
            ]
            form = pick(rng, forms)
            (before if form == "adj" else after if form == "post" else withs).append(n)
        order = {
            "condition": 0,
            "location": 3,
            "year_built": 1,
            "bedrooms": 4,
            "bathrooms": 5,
            "sqft": 2,
            "lot_sqft": 6,
            "garage_spaces": 7,
        }
        if rng.random() < 0.5:
            before.sort(key=lambda n: order[n])
        adjectives = [t for _, t in self.units(before, "adj")]
        noun = expand(rng, NOUN if rng.random() < 0.5 else pick(rng, voices.table("NOUNS"))).strip()
        if "location" in before and rng.random() < 0.35:
            before_rest = [n for n in before if n != "location"]
            adjectives = [t for _, t in self.units(before_rest, "adj")]
            noun = f.say_house(rng, self.values["location"])
        elif adjectives and before and before[-1] in ("bedrooms", "bathrooms") and rng.random() < 0.3:
            noun = ""
        sep = ", " if rng.random() < 0.3 else " "
        head = (
            sep.join(adjectives + [noun]) if sep == " " else ", ".join(adjectives) + (" " if adjectives else "") + noun
        )
        head = head.strip().rstrip(",")
        mood = (
            expand(rng, MOOD)
            if not adjectives or rng.random() < 0.4
            else strange.word(rng) + " "
            if rng.random() < 0.08
            else ""
        )
        if rng.random() < 0.5:
            head = mood + head
        elif adjectives and noun:
            head = head[: len(head) - len(noun)] + mood + noun
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
                text += (
                    ", "
                    if comma and i
                    else " and "
                    if i and i == len(tail) - 1 and rng.random() < 0.3 and not t.startswith(("and", "but"))
                    else " "
                ) + t
        determiner = rng.random()
        if determiner < 0.72:
            full = article(text)
        else:
            full = (
                pick(
                    rng,
                    [
                        "the ",
                        "this ",
                        "my ",
                        "our ",
                        "that ",
                        "my mother's ",
                        "their ",
                        "grandma's ",
                        "one ",
                        "our old ",
                        "my parents' ",
                        "some ",
                    ],
                )
                + text
            )
        return full.replace(",,", ","), text.replace(",,", ",")

    def noun_sentence(self, names):
        full, bare = self.noun_phrase(names)
        template = self.around(NP_FRAMES, "FRAMES")
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
            items.insert(
                rng.randrange(len(items) + 1),
                expand(
                    rng,
                    (
                        "[a pool|a fireplace|hardwood floors|a basement|a big deck|a new roof|two fireplaces|"
                        "a fenced yard|central air|a porch|a finished attic|a {sq} sq ft deck|{n} fireplaces|{n} floors|"
                        "a nice kitchen]"
                    ),
                    distractors.SLOTS,
                ),
            )
        template = self.around(LIST_FRAMES, "LISTS")
        tails = [t for _, t in self.units(rest, "post")]
        body = join_list(rng, items) if items else ""
        if not items:
            return self.clauses(names)
        if tails:
            tail = (", " if rng.random() < 0.6 else " ") + (
                ", ".join(tails) if rng.random() < 0.7 else " and ".join(tails)
            )
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
                    text = text[len(subject) + 1 :]
            elif r < 0.80:
                parts = [t for _, t in self.units(group, "clause")]
                text = join_list(rng, parts) if rng.random() < 0.5 else pick(rng, [", ", ", ", "; ", " - "]).join(parts)
            else:
                fit = [n for n in group if self.has(n, "np")]
                parts = [t for _, t in self.units(fit, "np")]
                rest = [n for n in group if n not in fit]
                if parts:
                    text = (
                        expand(
                            rng,
                            pick(
                                rng,
                                [
                                    (
                                        "[it has|there's|we have|it's got|you get|it comes with|has|the house has|there are|it also has|"
                                        "also|plus|and|with]"
                                    )
                                ],
                            ),
                        )
                        + " "
                        + join_list(rng, parts)
                    )
                    if rest:
                        text += ", " + ", ".join(t for _, t in self.units(rest, "post"))
                else:
                    text = ", ".join(t for _, t in self.units(rest, "clause"))
            first = False
            if rng.random() < 0.12:
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
            if names[i : i + 2] == ["bedrooms", "bathrooms"] and self.values["bedrooms"] > 0 and rng.random() < 0.6:
                form = pick(rng, ["tag", "np", "adj", "clause"])
                items.append(
                    (form, f.say_bed_bath(rng, self.values["bedrooms"], self.values["bathrooms"], form, self.odd))
                )
                i += 2
                continue
            form = rng.choices(["tag", "np", "post", "pred", "clause", "adj"], [6, 4, 5, 2, 2, 1])[0]
            if not self.has(n, form):
                form = "post" if n in ("location", "condition", "year_built") else "tag"
            items.append((form, f.say(rng, n, self.values[n], form, self.odd)))
            i += 1
        if rng.random() < 0.25 and items[0][0] in ("tag", "adj"):
            items[0] = ("tag", items[0][1] + " " + expand(rng, NOUN))
        while self.noise and rng.random() < 0.3:
            extra = (
                distractors.tag(rng)
                if rng.random() < 0.5
                else strange.phrase(rng)
                if rng.random() < 0.3
                else self.aside()
            )
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
        return weighted(self.rng, _BETWEEN_SENTENCES)

    def message(self):
        rng = self.rng
        names = list(self.values)
        rng.shuffle(names)
        if rng.random() < 0.3:
            names.sort(key=f.FIELDS.index)
        style = rng.choices(
            [
                "tags",
                "kv",
                "noun",
                "list",
                "clauses",
                "noun+clauses",
                "tags+clauses",
                "noun+tags",
                "list+clauses",
                "kv+clauses",
                "mix",
                "mix+clauses",
                "noun+mix",
            ],
            [12, 6, 18, 8, 12, 14, 4, 3, 4, 2, 20, 4, 5],
        )[0]
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
            made = {
                "tags": self.tags,
                "kv": self.key_values,
                "noun": self.noun_sentence,
                "list": self.list_sentence,
                "clauses": self.clauses,
                "mix": self.mix,
            }[kind](subset)
            pieces.extend(made if isinstance(made, list) else [made])
        asks = any(
            w in bare(pieces[0]).lower() for w in ("worth", "price", "cost", "how much", "estimate", "value", "go for")
        )
        if rng.random() < (0.12 if asks else 0.33):
            opener = self.around(OPEN, "OPENERS")
            pieces[0] = (
                opener + (" " if opener[-1:] not in "\n " else "") + pieces[0]
                if rng.random() < 0.9
                else opener + "\n" + pieces[0]
            )
        if rng.random() < (0.10 if asks else 0.38):
            ask = self.around(ASK, "ASKS").rstrip("?") + ("?" if rng.random() < 0.8 else "")
            if rng.random() < 0.75:
                pieces.append(ask)
            else:
                pieces.insert(0, ask)
        if self.noise:
            while rng.random() < 0.42:
                pieces.insert(rng.randrange(len(pieces) + 1), self.aside())
            if rng.random() < 0.08:
                pieces.insert(
                    rng.randrange(len(pieces) + 1),
                    distractors.unsized(rng, self.values, "sentence") or "there is a porch",
                )
        elif rng.random() < 0.10:
            pieces.insert(rng.randrange(len(pieces) + 1), self.aside())
        text = pieces[0]
        newline = rng.random() < 0.05
        for p in pieces[1:]:
            if last(text) in "?!:.":
                text += " " + p
            elif newline:
                text += "\n" + p
            else:
                text += self.stop() + p
        if rng.random() < 0.5 and last(text).isalnum():
            text += "."
        return text


def subset(rng):
    """Which facts a message states: one to all eight, common ones more often."""
    count = rng.choices([1, 2, 3, 4, 5, 6, 7, 8], [9, 11, 14, 17, 17, 14, 10, 8])[0]
    weights = {
        "sqft": 0.85,
        "bedrooms": 0.9,
        "bathrooms": 0.85,
        "year_built": 0.7,
        "location": 0.75,
        "condition": 0.75,
        "lot_sqft": 0.6,
        "garage_spaces": 0.65,
    }
    if count == 1 or rng.random() < 0.2:
        return rng.sample(f.FIELDS, count)
    keyed = sorted(f.FIELDS, key=lambda n: -rng.random() ** (1 / weights[n]))
    return keyed[:count]


def write(rng, noise=None):
    """One message and the arguments it states: ``(text before roughening, arguments)``."""
    values = f.draw_values(rng, subset(rng))
    if noise is None:
        noise = rng.random() < 0.5
    return Writer(rng, values, noise).message(), f.arguments(values)


#: What short messages are about: the facts with the most ways to say them.
_SHORT = {
    "condition": 5,
    "lot_sqft": 2.5,
    "location": 1,
    "garage_spaces": 1,
    "bathrooms": 1,
    "bedrooms": 0.7,
    "sqft": 0.7,
    "year_built": 0.3,
}


def write_short(rng):
    """A message of one or two facts with little around them: the quickest way to learn a synonym."""
    names = rng.choices(list(_SHORT), list(_SHORT.values()))
    if rng.random() < 0.5:
        names.append(pick(rng, [n for n in f.FIELDS if n not in names]))
    values = f.draw_values(rng, names)
    return Writer(rng, values, rng.random() < 0.25).message(), f.arguments(values)
