"""Messages in phrasings that training never sees, to measure whether the model understands or remembers.

They are put together from a voice that is not trained on (:mod:`house_data.voices`), in frames and an order of
its own; only the writing of numbers and the typing errors are shared. A phrase that the training tables can
produce too is left out. Single words and pairs of words are not phrases in this sense: "downtown" or
"run-down" must be known to be understood.
"""
import random
import re
from functools import lru_cache

from . import carriers, declines, distractors, fragments as f, frames, numbers, typos, voices
from .templates import expand, expansions, fill, pick, tidy
from .voices import held_out as test_voice


def _normal(text):
    """A phrase without what does not make it another one: case, marks, the kind of unit and of slot."""
    text = re.sub(r"square feet|square foot|sq\. ft\.?|sq\.? ?ft\.?|sqft|\bsf\b|ft2|ft\u00b2", "{u}", text.lower())
    text = re.sub(r"\{(?!u\})\w+\}", "{x}", text)
    return " ".join(re.sub(r"[^a-z0-9{} ]+", " ", text).split())


def _walk(item):
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for v in item.values():
            yield from _walk(v)
    elif isinstance(item, (list, tuple)):
        for v in item:
            yield from _walk(v)


@lru_cache(maxsize=1)
def training_phrases():
    """Every phrase of the training tables, in :func:`_normal` form."""
    tables = [
        f.SQFT,
        f.BEDROOMS,
        f.STUDIO,
        f.BATHROOMS,
        f.BED_BATH,
        f.YEAR,
        f.LOCATION,
        f.LOCATION_FRAMES,
        f.CONDITION,
        f.CONDITION_FRAMES,
        f.LOT_ACRE,
        f.LOT_SQFT,
        f.GARAGE,
        f.GARAGE_NONE,
        carriers.NP_FRAMES,
        carriers.LIST_FRAMES,
        carriers.ASK,
        carriers.OPEN,
        distractors.SENTENCES,
        distractors.TAGS,
        distractors.KV,
        distractors.POST,
        distractors.CHATTER,
        list(distractors.UNSIZED.values()),
        distractors._SAID,
        declines.OTHER,
        declines.NO_FACTS,
    ]
    for v in voices.TRAINING:
        tables += [
            v.SAY,
            v.PLACE,
            v.STATE,
            v.NOUNS,
            v.FRAMES,
            v.LISTS,
            v.ASKS,
            v.OPENERS,
            v.ASIDES,
            v.NO_FACTS,
            v.OTHER,
        ]
    out = set()
    for template in _walk(tables):
        out.update(_normal(t) for t in expansions(template.replace("\t", " ")))
    return out


def _is_phrase(normal):
    """Three words or more besides slots and units: less is vocabulary."""
    return sum(not w.startswith("{") for w in normal.split()) >= 3


def _new(phrases):
    """All expansions of ``phrases`` that training does not have."""
    known = training_phrases()
    out = []
    for p in phrases:
        for t in expansions(p[0] + "\t" + p[1] if isinstance(p, tuple) else p, 400):
            t = tidy(t)
            n = _normal(t.replace("\t", " "))
            if not (_is_phrase(n) and n in known):
                out.append(t)
    return tuple(out)


class Speaker:
    """Writes messages in the words of one voice."""

    def __init__(self, voice):
        self.voice = voice
        self._phrases = lru_cache(maxsize=None)(lambda name, value, form: _new(voices.said(voice, name, value, form)))
        self._words = lru_cache(maxsize=None)(
            lambda name, value: {slot: _new(ps) or ps for slot, ps in voices.words(voice, name, value).items()}
        )
        self._table = lru_cache(maxsize=None)(lambda name: _new(getattr(voice, name)))

    def _pick(self, rng, name):
        return pick(rng, self._table(name))

    def _say(self, rng, name, value, form):
        """One fact in a form, or ``None`` where the voice has no such form."""
        key = (name, (0, "", value[2]) if name == "lot_sqft" else value, form)
        options = self._phrases(*key) or self._phrases(*key[:2], "clause")
        slots = f.table(name, value)[1](rng, form)
        if name in ("location", "condition"):
            slots.update({k: pick(rng, v) for k, v in self._words(name, value).items()})
        return fill(rng, pick(rng, options), slots)

    def _facts(self, rng, values, names, form):
        """The facts of ``names`` in one form; bedrooms and bathrooms sometimes in one breath."""
        out = []
        both = {"bedrooms", "bathrooms"} <= set(names) and values["bedrooms"] > 0 and rng.random() < 0.3
        for n in names:
            if both and n == "bathrooms":
                continue
            if both and n == "bedrooms":
                slots = {
                    "b": numbers.small(rng, values["bedrooms"]),
                    "t": numbers.bathrooms(rng, values["bathrooms"]),
                    "bs": "" if values["bedrooms"] == 1 else "s",
                    "ts": "" if values["bathrooms"] == 2 else "s",
                }
                options = self._phrases("bed_bath", None, form) or self._phrases("bed_bath", None, "clause")
                out.append(fill(rng, pick(rng, options), slots))
            else:
                out.append(self._say(rng, n, values[n], form))
        return out

    def message(self, rng):
        """One message and its arguments."""
        values = f.draw_values(rng, frames.subset(rng))
        names = list(values)
        rng.shuffle(names)
        style = rng.choices(["sentences", "noun", "list", "kv"], [4, 4, 3, 1])[0]
        if style == "sentences":
            pieces = self._facts(rng, values, names, "clause")
        elif style == "noun":
            cut = rng.randint(1, min(3, len(names)))
            head, rest = names[:cut], names[cut:]
            phrase = expand(rng, self._pick(rng, "NOUNS"))
            before = [
                n for n in head if n in ("bedrooms", "condition", "location", "bathrooms") and rng.random() < 0.4
            ][:1]
            head = [n for n in head if n not in before]
            if before:
                phrase = self._say(rng, before[0], values[before[0]], "adj") + " " + phrase
            phrase = ", ".join(
                [phrase + (" " + self._say(rng, head[0], values[head[0]], "post") if head else "")]
                + [self._say(rng, n, values[n], "post") for n in head[1:]]
            )
            pieces = [self._pick(rng, "FRAMES").replace("{np}", frames.article(phrase))] + self._facts(
                rng, values, rest, "clause"
            )
        elif style == "list":
            pieces = [
                self._pick(rng, "LISTS").replace(
                    "{list}", pick(rng, [", ", "; ", " / ", ", ", ", "]).join(self._facts(rng, values, names, "tag"))
                )
            ]
        else:
            mark = pick(rng, [": ", ": ", " - ", "="])
            pieces = [
                pick(rng, ["\n", "\n", "; ", ", "]).join(
                    t.replace("\t", mark) for t in self._facts(rng, values, names, "kv")
                )
            ]
        if rng.random() < 0.4:
            pieces.append(self._pick(rng, "ASKS"))
        if rng.random() < 0.25:
            pieces.insert(0, self._pick(rng, "OPENERS"))
        while rng.random() < 0.3:
            pieces.insert(rng.randrange(len(pieces) + 1), self._pick(rng, "ASIDES"))
        out = ""
        for p in pieces:
            p = p.strip()
            if out and out[-1] not in ".?!:,":
                out += "."
            out += (" " if out else "") + (p if out.endswith(",") else p[:1].upper() + p[1:])
        if out[-1].isalnum() and rng.random() < 0.7:
            out += "."
        out = re.sub(r"\b(1|one) (bedroom|bathroom|bath|acre|square foot)s\b", r"\1 \2", out)
        return (typos.roughen(rng, out) if rng.random() < 0.5 else out), f.arguments(values)


def sentences(count=500, seed=4242, voice=test_voice):
    rng, speaker = random.Random(seed), Speaker(voice)
    return [speaker.message(rng) for _ in range(count)]


def lines(name, voice=test_voice):
    """Every message of one of a voice's tables (``OTHER``, ``NO_FACTS``), its first alternative only."""
    return [tidy(expansions(p, 1)[0]) for p in getattr(voice, name)]
