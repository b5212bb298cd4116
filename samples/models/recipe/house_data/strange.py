"""Words that have nothing to do with houses: whole sentences of them, and in place of the words that
carry a fact without stating it.

A small model otherwise learns whole phrases by heart. Here "the deed says it has 3 bedrooms" also comes
as "the lantern says it juggles 3 bedrooms", so that only numbers, units and the words of the categories
are left to go by, and a word it does not know states nothing.
"""
import os
import re

from .templates import pick

_HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_HERE, "words.txt"), encoding="utf-8") as _file:
    WORDS = _file.read().split()

_START = "b c d f g h j k l m n p qu r s t v w z br cr dr fl gl gr pl pr sh sk sl sp st str th tr ch".split()
_MIDDLE = "a e i o u ai ea ee oa oo ou".split()
_END = "b ck d g l ll m n ng nt p r rd rk rm rn sh sk ss st t tt ve x zz er le ing ed y".split()

#: Words that a number needs to be understood, and words that turn a statement around; never replaced.
_KEEP = re.compile(
    r"bed|bath|bdr|^b[ra]s?$|^bds?$|^bth|wash|rest|toilet|shower|sleep|studio|garage|^gar$|^gge$|^cars?$|vehicle|"
    r"^bays?$|stall|spot|spac|park|lot|plot|yard|land|ground|parcel|acre|ac$|propert|"
    r"garden|estate|grass|outdoor|outside|mow|fenc|^s\.?q|^sf|^f[et]|feet|foot|square|size|area|living|liv|"
    r"interior|inside|indoor|floor|footage|room|heated|livable|finish|total|big|large|measur|"
    r"buil|construct|complet|erect|date|year|^yrs?$|^blt|vintage|rais|^put|^up|went|since|^new|from|circa|back|"
    r"stand|stood|around|goes|go|era|found|roof|deed|origin|"
    r"^no$|^not|n't$|without|none|zero|lack|minus|never|nothing|half|full|and|single|double|triple|tandem|"
    r"^one|^two|^three|^four|only|each|per|attach|detach|fit|hold|take|room",
    re.I,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_SLOT = re.compile(r"(\{\w+\})")


def word(rng):
    if rng.random() < 0.75:
        return pick(rng, WORDS)
    out = pick(rng, _START) + pick(rng, _MIDDLE) + pick(rng, _END)
    return out if rng.random() < 0.5 else pick(rng, _START) + pick(rng, _MIDDLE) + out


def scramble(rng, text, rate, keep=True):
    """Replaces words of ``text`` by any others; slots stay, and with ``keep`` so do the words that a fact needs."""

    def change(m):
        w = m.group()
        if len(w) < 3 or (keep and _KEEP.search(w)) or rng.random() >= rate:
            return w
        return word(rng)

    parts = _SLOT.split(text)
    return "".join(p if p.startswith("{") else _WORD.sub(change, p) for p in parts)


def _number(rng):
    r = rng.random()
    if r < 0.4:
        return str(rng.randint(1, 12))
    if r < 0.7:
        return pick(
            rng,
            [
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "twelve",
                "twenty",
                "forty",
                "a hundred",
            ],
        )
    if r < 0.85:
        return str(rng.randint(13, 999))
    return "$" + str(rng.randint(5, 999))


_PATTERNS = [
    "the W W the W",
    "W W in the W",
    "our W W W",
    "my W is W",
    "I W the W",
    "they W a W W",
    "a W W W with W",
    "W, W and W",
    "the W has W",
    "it is W",
    "it's W W",
    "we W W for the W",
    "her W W W by the W",
    "the W is so W",
    "what a W W",
    "W W W",
    "as for the W, W",
    "W-W",
    "it has a W",
    "there is a W W",
    "there are N W",
    "the W has N W",
    "N W and N W",
    "we W N W",
    "W: N",
    "it W N W a W",
    "N W W the W",
    "the W W N times",
    "it feels W",
    "the whole W W",
    "W by W",
    "you can W the W from the W",
    "it comes with W",
    "it's the W of W",
    "it was W by W",
    "it was W in W",
    "W is W",
    "a bit W",
    "very W",
    "rather W",
    "in W W",
    "that needs W",
    "it needs W",
    "needs a W",
    "with W W",
    "near the W",
    "by the W",
    "next to a W W",
    "on the W",
    "in the W of the W",
    "at the W",
    "a W away from the W",
]


def sentence(rng):
    """A statement about nothing we know, sometimes with numbers."""
    return "".join(word(rng) if c == "W" else _number(rng) if c == "N" else c for c in _split(pick(rng, _PATTERNS)))


def _split(pattern):
    return re.findall(r"\bW\b|\bN\b|[^WN]+|.", pattern)


def phrase(rng):
    """One to three words for a list of tags."""
    n = rng.choice([1, 2, 2, 3])
    out = [word(rng) for _ in range(n)]
    if rng.random() < 0.2:
        out.insert(0, _number(rng))
    return " ".join(out)
