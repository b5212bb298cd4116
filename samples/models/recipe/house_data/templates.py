"""A tiny template language: ``[a|b|]`` picks an alternative, ``{slot}`` is filled in later.

Alternatives nest. A template is parsed once and then expanded with a random source, so a short
line of text stands for hundreds of phrasings. ``expansions`` enumerates them for the check that
held-out phrasings and training phrasings share nothing.
"""
from functools import lru_cache


def _parse(text, i, nested):
    """Parses alternatives from ``i``; returns the node and where it ended."""
    alternatives, parts, literal = [], [], ""

    def flush():
        nonlocal literal
        if literal:
            parts.append(literal)
            literal = ""

    while i < len(text):
        c = text[i]
        if c == "[":
            flush()
            node, i = _parse(text, i + 1, True)
            parts.append(node)
            continue
        if nested and c == "|":
            flush()
            alternatives.append(tuple(parts))
            parts = []
        elif nested and c == "]":
            flush()
            alternatives.append(tuple(parts))
            return tuple(alternatives), i + 1
        else:
            literal += c
        i += 1
    if nested:
        raise ValueError("unclosed [ in template: " + text)
    flush()
    return (tuple(parts),), i


@lru_cache(maxsize=None)
def parse(text):
    return _parse(text, 0, False)[0]


def _expand(rng, node, out):
    alternative = node[0] if len(node) == 1 else node[int(rng.random() * len(node))]
    for part in alternative:
        if isinstance(part, str):
            out.append(part)
        else:
            _expand(rng, part, out)


def expand(rng, template, slots=None):
    """One random expansion of ``template`` with its slots filled."""
    out = []
    _expand(rng, parse(template), out)
    return fill(rng, "".join(out), slots) if slots else "".join(out)


def fill(rng, text, slots):
    """``text`` with its slots filled; a slot's value is a string or a function of the random source."""
    for name, value in slots.items():
        if "{" not in text:
            break
        key = "{" + name + "}"
        while key in text:
            text = text.replace(key, value(rng) if callable(value) else value, 1)
    return text


def tidy(text):
    """``text`` without the spaces that an empty alternative leaves behind."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def _all(node, limit):
    result = []
    for alternative in node:
        texts = [""]
        for part in alternative:
            options = [part] if isinstance(part, str) else _all(part, limit)
            texts = [t + o for t in texts for o in options]
            if len(texts) > limit:
                texts = texts[:limit]
        result.extend(texts)
        if len(result) > limit:
            return result[:limit]
    return result


def expansions(template, limit=20000):
    """Every expansion of ``template``, slots left as they are (at most ``limit``)."""
    return _all(parse(template), limit)


def pick(rng, items):
    return items[int(rng.random() * len(items))]


def weighted(rng, pairs):
    """Picks from ``[(item, weight), ...]``."""
    r = rng.random() * sum(w for _, w in pairs)
    for item, weight in pairs:
        r -= weight
        if r < 0:
            return item
    return pairs[-1][0]
