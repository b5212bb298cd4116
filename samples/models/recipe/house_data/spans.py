"""Marks around the words that state a fact, so that training can say where each fact stands.

A mark is one private-use character, before and after the words. Marks live only in generated text;
:func:`bare` takes them out before anything is tokenized or shown.
"""
import re

from .fields import CONDITIONS, FIELDS, LOCATIONS

_OPEN, _CLOSE = 0xE000, 0xE010
_MARKS = re.compile("[\ue000-\ue01f]")

#: Classes per field for the training signal: 0 is "no fact ends here". Numbers that are copied digit by
#: digit have one class; counts and categories have one for each value.
CLASSES = {
    "sqft": 2,
    "bedrooms": 10,
    "bathrooms": 14,
    "year_built": 2,
    "location": 6,
    "condition": 5,
    "lot_sqft": 2,
    "garage_spaces": 7,
}


def kind(name, value):
    """The class of a stated value, 1 or more."""
    if name == "bedrooms":
        return 1 + min(int(value), 8)
    if name == "bathrooms":
        return 1 + min(int(round(value * 2)), 12)
    if name == "location":
        return 1 + LOCATIONS.index(value)
    if name == "condition":
        return 1 + CONDITIONS.index(value)
    if name == "garage_spaces":
        return 1 + min(int(value), 5)
    return 1


def mark(text, *names):
    """Puts marks for ``names`` around ``text``, inside of commas that belong to the sentence."""
    head, tail = "", ""
    if text.startswith(", "):
        head, text = ", ", text[2:]
    if text.endswith(","):
        text, tail = text[:-1], ","
    at = [FIELDS.index(n) for n in names]
    return head + "".join(chr(_OPEN + i) for i in at) + text + "".join(chr(_CLOSE + i) for i in at) + tail


def bare(text):
    return _MARKS.sub("", text)


def last(text):
    """The last character that is no mark, or nothing."""
    return bare(text[-8:])[-1:]


def split(text):
    """``(text without marks, [(field index, start, end)])`` in characters of the text returned."""
    out, spans, opened = [], [], {}
    for c in text:
        code = ord(c)
        if _OPEN <= code < _OPEN + 16:
            opened[code - _OPEN] = len(out)
        elif _CLOSE <= code < _CLOSE + 16:
            start = opened.pop(code - _CLOSE, None)
            if start is not None and len(out) > start:
                spans.append((code - _CLOSE, start, len(out)))
        else:
            out.append(c)
    return "".join(out), spans
