"""Roughens clean text as hurried people do: case, missing punctuation, slips of the fingers.

Digits are never touched, and words that carry a number are mostly left alone, so a message keeps
its meaning.
"""
import re

_NEAR = {
    "a": "sq",
    "b": "vn",
    "c": "xv",
    "d": "sf",
    "e": "wr",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "i": "uo",
    "j": "hk",
    "k": "jl",
    "l": "k",
    "m": "n",
    "n": "bm",
    "o": "ip",
    "p": "o",
    "q": "w",
    "r": "et",
    "s": "ad",
    "t": "ry",
    "u": "yi",
    "v": "cb",
    "w": "qe",
    "x": "zc",
    "y": "tu",
    "z": "x",
}
_NUMBER_WORDS = set(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        "hundred thousand half quarter third tenth"
    ).split()
)
_WORD = re.compile(r"[A-Za-z]+")


def slip(rng, word):
    i = rng.randrange(len(word))
    r = rng.random()
    if r < 0.30 and i + 1 < len(word):
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if r < 0.58:
        i = max(1, i)
        return word[:i] + word[i + 1 :]
    if r < 0.80:
        return word[:i] + word[i] + word[i:]
    c = word[i].lower()
    return word[:i] + (rng.choice(_NEAR[c]) if c in _NEAR else c) + word[i + 1 :]


def misspell(rng, text, rate):
    def fix(m):
        w = m.group()
        if len(w) < 4 or rng.random() >= rate:
            return w
        if w.lower() in _NUMBER_WORDS and rng.random() < 0.8:
            return w
        return slip(rng, w)

    return _WORD.sub(fix, text)


def roughen(rng, text):
    """Case, punctuation and spelling, each with its own small chance."""
    r = rng.random()
    if r < 0.30:
        text = text.lower()
    elif r < 0.345:
        text = text.upper()
    elif r < 0.375:
        text = text.title().replace("'S", "'s").replace("'T", "'t")
    elif r < 0.80 and text:
        text = re.sub(
            "(^|[.!?]\\s+|\\n)([\ue000-\ue01f]*)([a-z])", lambda m: m.group(1) + m.group(2) + m.group(3).upper(), text
        )
    if rng.random() < 0.17:
        text = misspell(rng, text, rng.choice([0.05, 0.1, 0.2]))
    r = rng.random()
    if r < 0.10:
        text = text.replace("'", "").replace("\u2019", "") if not re.search(r"['\u2019]\d", text) else text
    elif r < 0.16:
        text = text.replace("'", "\u2019")
    r = rng.random()
    if r < 0.05:
        text = re.sub(r"[,;](?!\d)", "", text)
    elif r < 0.08:
        text = re.sub(r"[.,;!?](?=\s|$)", "", text)
    elif r < 0.10:
        text = re.sub(r",\s", ",", text)
    elif r < 0.12:
        text = text.replace(". ", "  ").replace(", ", " , ")
    elif r < 0.14:
        text = text.replace(" - ", " \u2013 ").replace("-", "\u2011" if rng.random() < 0.2 else "-")
    r = rng.random()
    if r < 0.02:
        text = text.replace(". ", ".\n")
    elif r < 0.04:
        text = text + rng.choice(["!", "!!", "...", " ?", "??", " \u2764", "\n", " "])
    elif r < 0.05:
        text = rng.choice([" ", "\n", "  ", "- ", "> ", "\u2022 "]) + text
    elif r < 0.06:
        text = '"' + text + '"'
    return text
