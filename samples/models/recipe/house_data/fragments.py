"""Every fact of a house said in many ways, by grammatical form.

Forms: ``adj`` stands before the noun ("3-bedroom"), ``np`` is a noun phrase that can follow "with"
or "it has" ("a two-car garage"), ``post`` follows the noun ("on the coast"), ``pred`` is a predicate
without its subject ("was built in 1987"), ``clause`` is a sentence of its own without the full stop,
``tag`` is the shorthand of listings ("2ba"), ``kv`` is a pair of key and value.
"""
from . import numbers, strange, voices
from .fields import CONDITIONS, FIELDS, LOCATIONS
from .phrases.bathrooms import BATHROOMS, BED_BATH
from .phrases.bedrooms import BEDROOMS, STUDIO
from .phrases.condition import CONDITION, CONDITION_FRAMES
from .phrases.garage_spaces import GARAGE, GARAGE_NONE, GARAGE_WORDS
from .phrases.location import LOCATION, LOCATION_FRAMES
from .phrases.lot_sqft import LOT_ACRE, LOT_SQFT
from .phrases.sqft import SQFT
from .phrases.year_built import YEAR
from .spans import mark
from .templates import expand, fill, pick, tidy


def _strip_article(text):
    for a in ("a ", "an ", "A ", "An "):
        if text.startswith(a):
            return text[len(a) :]
    return text


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
            v[name] = (
                rng.randint(1945, 2024)
                if r < 0.72
                else rng.randint(1880, 1944)
                if r < 0.92
                else rng.randint(1800, 1879)
                if r < 0.95
                else rng.randint(2000, 2025)
            )
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
        return BEDROOMS, lambda rng, form: {
            "n": numbers.small(rng, value, 0.12 if form == "tag" else 0.42),
            "s": "" if value == 1 else "s",
        }
    if name == "bathrooms":
        return BATHROOMS, lambda rng, form: {
            "n": numbers.bathrooms(rng, value, 0.12 if form == "tag" else 0.4),
            "s": "" if value == 2 else "s",
            "full": numbers.full_and_half(rng, value),
        }
    if name == "year_built":
        return YEAR, lambda rng, form: {"y": numbers.year(rng, value)}
    if name == "location":
        t = LOCATION[value]
        return {**t, **LOCATION_FRAMES}, lambda rng, form: {
            k: (lambda r, k=k: expand(r, pick(r, t[k]))) for k in ("post", "adj", "value", "house")
        }
    if name == "condition":
        t = CONDITION[value]
        merged = {
            **t,
            "kv": CONDITION_FRAMES["kv"],
            "clause": t["clause"] + CONDITION_FRAMES["clause"][:3] * 1 + CONDITION_FRAMES["clause"][3:],
        }
        return merged, lambda rng, form: {
            k: (lambda r, k=k: expand(r, pick(r, t[k]))) for k in ("post", "pred", "value")
        }
    if name == "lot_sqft":
        sqft, text, acres = value
        if not acres:
            return LOT_SQFT, lambda rng, form: {"n": text}
        bare = _strip_article(text)
        digits = [
            x.split()[0]
            for x in numbers.ACRES[min(numbers.ACRES, key=lambda a: abs(a * 43560 - sqft))]
            if x[0] in "0123456789." and "/" not in x.split()[0] and "-" not in x and "th" not in x.split()[0]
        ]
        return LOT_ACRE, lambda rng, form: {"acre": text, "bare": bare, "num": pick(rng, digits) if digits else text}
    if value == 0:
        return GARAGE_NONE, lambda rng, form: {}
    return GARAGE, lambda rng, form: {
        "n": numbers.small(rng, value, 0.15 if form == "tag" else 0.45),
        "s": "" if value == 1 else "s",
        "word": pick(rng, GARAGE_WORDS.get(value, ["a %s-car" % numbers.ONES[value]])),
        "bareword": _strip_article(pick(rng, GARAGE_WORDS.get(value, ["a %s-car" % numbers.ONES[value]]))),
    }


#: Share of facts said in the words of one of the voices, where they have the form.
VOICE_SHARE = 0.6


def _choose(rng, phrases, name, value, form):
    """A phrase of the field: of a voice, or of the tables above."""
    spoken = voices.phrases(name, value, form)
    if spoken and (form not in phrases or rng.random() < VOICE_SHARE):
        return pick(rng, spoken)
    return pick(rng, phrases[form]) if phrases.get(form) else None


def has(name, value, form):
    return bool(table(name, value)[0].get(form)) or bool(voices.phrases(name, value, form))


def _write(rng, template, slots, odd):
    """Fills a phrase; ``odd`` is the share of its carrying words that are replaced by any others."""
    text = expand(rng, template)
    if odd and "{" in text:
        text = strange.scramble(rng, text, odd)
    return tidy(fill(rng, text, slots))


def say(rng, name, value, form, odd=0.0):
    """One phrasing of a fact in the wanted form, marked, or ``None`` where the field has no such form."""
    slots = table(name, value)[1]
    chosen = _choose(rng, table(name, value)[0], name, value, form)
    if chosen is None:
        return None
    filled = slots(rng, form)
    if name in ("location", "condition"):
        spoken = {k: (lambda r, v=v: expand(r, pick(r, v))) for k, v in voices.category(name, value).items()}
        filled = {**filled, **spoken} if rng.random() < VOICE_SHARE else {**spoken, **filled}
    if isinstance(chosen, tuple):
        chosen = chosen[0] + "\t" + chosen[1]
    return mark(_write(rng, chosen, filled, odd if form not in ("adj", "kv") else 0.0), name)


def say_bed_bath(rng, bedrooms, halves, form, odd=0.0):
    slots = {
        "b": numbers.small(rng, bedrooms, 0.15 if form == "tag" else 0.35),
        "t": numbers.bathrooms(rng, halves, 0.15 if form == "tag" else 0.3),
        "bs": "" if bedrooms == 1 else "s",
        "ts": "" if halves == 2 else "s",
        "full": numbers.full_and_half(rng, halves),
    }
    spoken = voices.phrases("bed_bath", None, form)
    template = pick(rng, spoken) if spoken and rng.random() < VOICE_SHARE else pick(rng, BED_BATH[form])
    if any(x in template for x in ("{b}/{t}", "{b}x{t}", "{b}b/{t}b", "{b}b{t}b")):
        slots["b"] = str(bedrooms)
        slots["t"] = "%d.5" % (halves // 2) if halves % 2 else str(halves // 2)
    return mark(_write(rng, template, slots, odd if form != "adj" else 0.0), "bedrooms", "bathrooms")


def say_house(rng, value):
    """A noun that says where the house is ("beach cottage"), marked."""
    nouns = voices.category("location", value)["house"] if rng.random() < VOICE_SHARE else LOCATION[value]["house"]
    return mark(tidy(expand(rng, pick(rng, nouns))), "location")
