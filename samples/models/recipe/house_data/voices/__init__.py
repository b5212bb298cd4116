"""Phrasings by several authors, each a table in a module of its own, in one format.

The training voices add their phrases to those of :mod:`house_data.fragments`. ``development`` and
``held_out`` are never trained on: the first may be looked at while the generator changes, the second
only measures.

``SAY`` has the facts by form, ``PLACE`` and ``STATE`` the words of the two categories; the other tables
are what stands around facts. Slots are those of :mod:`house_data.fragments`, and ``{place}``, ``{state}``,
``{np}`` (a noun phrase with its article) and ``{list}`` (a comma list).
"""
from functools import lru_cache

from . import agent, homeowner, letter, surveyor, texter

TRAINING = (agent, homeowner, letter, surveyor, texter)


def key(name, value):
    """The table of ``SAY`` for a value of a field."""
    if name == "bedrooms" and value == 0:
        return "studio"
    if name == "lot_sqft":
        return "lot_acre" if value[2] else "lot_sqft"
    if name == "garage_spaces":
        return "garage" if value else "garage_none"
    return name


def said(voice, name, value, form):
    """A voice's phrases for a value in a form."""
    own = list(voice.SAY.get(key(name, value), {}).get(form, ()))
    if name == "location":
        own += [] if form == "clause" else voice.PLACE[value].get(form, ())
    elif name == "condition":
        own += ["is {state}"] if form == "pred" else voice.STATE[value].get(form, ())
    return own


@lru_cache(maxsize=None)
def phrases(name, value, form):
    if name == "lot_sqft" and value[1]:
        return phrases(name, (0, "", value[2]), form)
    return tuple(p for v in TRAINING for p in said(v, name, value, form))


def words(voice, name, value):
    """What fills the slots of category phrases, by slot."""
    if name == "location":
        t = voice.PLACE[value]
        return {"post": t["post"], "place": t["post"], "adj": t["adj"], "value": t["tag"], "house": t["noun"]}
    t = voice.STATE[value]
    return {"post": t["post"], "state": t["state"], "value": t["tag"], "pred": ["is " + s for s in t["state"]]}


@lru_cache(maxsize=None)
def category(name, value):
    """The training voices' words for a category, by slot."""
    all_words = [words(v, name, value) for v in TRAINING]
    return {slot: tuple(p for w in all_words for p in w[slot]) for slot in all_words[0]}


@lru_cache(maxsize=None)
def table(name):
    """One of the other tables, of all training voices: NOUNS, FRAMES, LISTS, ASKS, OPENERS, ASIDES, NO_FACTS, OTHER."""
    return tuple(p for v in TRAINING for p in getattr(v, name))
