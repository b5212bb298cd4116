"""How people write numbers: digits, commas, 'k', words, fractions, short years, acres."""

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()

#: Lot sizes in acres that the assistant knows by heart, with the ways to say them.
#: One acre is 43,560 square feet. Sizes outside this table are not part of its job.
ACRES = {
    0.1: [
        "0.1 acre",
        ".1 acre",
        "a tenth of an acre",
        "one tenth of an acre",
        "1/10 acre",
        "0.10 acres",
        "1/10th of an acre",
    ],
    0.125: ["an eighth of an acre", "1/8 acre", "one eighth of an acre", "1/8th acre", "0.125 acres"],
    0.15: ["0.15 acre", "0.15 acres", ".15 acres", ".15 ac", "0.15 ac"],
    0.2: ["0.2 acre", "0.2 acres", ".2 acres", "a fifth of an acre", "0.20 acres", "1/5 acre", "0.2 ac", ".20 acre"],
    0.25: [
        "0.25 acre",
        "0.25 acres",
        ".25 acres",
        "a quarter acre",
        "quarter acre",
        "a quarter of an acre",
        "1/4 acre",
        "quarter-acre",
        "one quarter acre",
        "1/4 of an acre",
        ".25 ac",
        "0.25 ac",
        "\u00bc acre",
        "a quarter-acre",
        ".25 acre",
    ],
    0.3: ["0.3 acre", "0.3 acres", ".3 acres", "0.30 acres", ".3 ac", "three tenths of an acre"],
    1
    / 3: [
        "a third of an acre",
        "1/3 acre",
        "one third of an acre",
        "third of an acre",
        "a third acre",
        "1/3 of an acre",
        "one-third acre",
        "\u2153 acre",
        "1/3 ac",
    ],
    0.35: ["0.35 acre", "0.35 acres", ".35 acres", ".35 ac"],
    0.4: ["0.4 acre", "0.4 acres", ".4 acres", "0.40 acres", "0.4 ac"],
    0.5: [
        "0.5 acre",
        "0.5 acres",
        ".5 acres",
        "half an acre",
        "half acre",
        "a half acre",
        "1/2 acre",
        "half-acre",
        "one half acre",
        "1/2 an acre",
        ".5 ac",
        "0.5 ac",
        "\u00bd acre",
        "a half-acre",
        "half of an acre",
        ".5 acre",
    ],
    0.6: ["0.6 acre", "0.6 acres", ".6 acres", "0.60 acres", "0.6 ac"],
    2 / 3: ["two thirds of an acre", "2/3 acre", "two-thirds of an acre", "2/3 of an acre", "two-thirds acre"],
    0.7: ["0.7 acre", "0.7 acres", ".7 acres", ".70 acres", "0.7 ac"],
    0.75: [
        "0.75 acre",
        "0.75 acres",
        ".75 acres",
        "three quarters of an acre",
        "3/4 acre",
        "three-quarter acre",
        "3/4 of an acre",
        "three-quarters of an acre",
        ".75 ac",
        "\u00be acre",
    ],
    0.8: ["0.8 acre", "0.8 acres", ".8 acres", "0.80 acres", "0.8 ac"],
    0.9: ["0.9 acre", "0.9 acres", ".9 acres", "0.9 ac"],
    1: [
        "1 acre",
        "one acre",
        "an acre",
        "a full acre",
        "1.0 acres",
        "1-acre",
        "one-acre",
        "1 ac",
        "1.0 acre",
        "a whole acre",
    ],
    1.25: ["1.25 acres", "1 1/4 acres", "one and a quarter acres", "1.25 acre", "1.25 ac", "an acre and a quarter"],
    1.5: [
        "1.5 acres",
        "1 1/2 acres",
        "one and a half acres",
        "an acre and a half",
        "1.5 acre",
        "1.5-acre",
        "1\u00bd acres",
        "1.5 ac",
    ],
    1.75: ["1.75 acres", "1 3/4 acres", "one and three quarter acres", "1.75 ac"],
    2: ["2 acres", "two acres", "2-acre", "2.0 acres", "two-acre", "2 acre", "2 ac"],
    2.5: ["2.5 acres", "two and a half acres", "2 1/2 acres", "2.5-acre", "2.5 ac", "2\u00bd acres"],
    3: ["3 acres", "three acres", "3-acre", "3.0 acres", "three-acre", "3 ac", "3 acre"],
    4: ["4 acres", "four acres", "4-acre", "4.0 acres", "4 ac"],
    5: ["5 acres", "five acres", "5-acre", "five-acre", "5 ac", "5 acre"],
    10: ["10 acres", "ten acres", "10-acre", "10 ac"],
}
ACRE_WEIGHTS = {0.25: 4, 0.5: 4, 1 / 3: 2, 1: 3, 2: 2, 1.5: 1.5, 0.75: 2, 5: 1.2, 3: 1.2}


def acres_to_sqft(acres):
    return int(round(acres * 43560))


def small(rng, n, word=0.38):
    """A small whole number as a digit or as a word."""
    return ONES[n] if rng.random() < word and n < len(ONES) else str(n)


def below_hundred(n, joiner="-"):
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (joiner + ONES[n % 10] if n % 10 else "")


def words(rng, n):
    """A number up to the hundred thousands in words, in one of the usual ways."""
    joiner = "-" if rng.random() < 0.6 else " "
    conjunction = " and " if rng.random() < 0.4 else " "

    def under_thousand(m):
        if m < 100:
            return below_hundred(m, joiner)
        rest = m % 100
        return ONES[m // 100] + " hundred" + (conjunction + below_hundred(rest, joiner) if rest else "")

    if 1100 <= n < 10000 and n // 100 % 10 and rng.random() < 0.6:
        rest = n % 100
        return (
            below_hundred(n // 100, joiner) + " hundred" + (conjunction + below_hundred(rest, joiner) if rest else "")
        )
    if n % 1000 == 500 and n < 10000 and rng.random() < 0.2:
        return ONES[n // 1000] + " and a half thousand"
    if n < 1000:
        return under_thousand(n)
    rest = n % 1000
    head = ("a" if n // 1000 == 1 and rng.random() < 0.2 else under_thousand(n // 1000)) + " thousand"
    if not rest:
        return head
    sep = ", " if rest >= 100 and rng.random() < 0.15 else (conjunction if rest < 100 else " ")
    return head + sep + under_thousand(rest)


def area(rng, n, plain=False):
    """An area in square feet as people type it."""
    r = rng.random()
    if not plain:
        if n >= 1000 and n % 10 == 0 and r < 0.10:
            short = ("%.3f" % (n / 1000)).rstrip("0").rstrip(".")
            if len(short) <= 4:
                return short + ("k" if rng.random() < 0.8 else "K")
        if (n % 50 == 0 and r > 0.80) or (n % 10 == 0 and r > 0.93) or r > 0.985:
            return words(rng, n)
    if n >= 1000 and r < 0.52:
        return format(n, ",")
    return str(n)


def bathrooms(rng, halves, word=0.35):
    """A number of bathrooms, given in halves, as a number (not as a full-and-half phrase)."""
    whole, half = divmod(halves, 2)
    if not half:
        r = rng.random()
        return str(whole) + ".0" if r < 0.02 else small(rng, whole, word)
    if whole == 0:
        return rng.choice(["half", "0.5", "1/2"])
    r = rng.random()
    if r < 0.50:
        return "%d.5" % whole
    if r < 0.60:
        return "%d 1/2" % whole
    if r < 0.66:
        return "%d\u00bd" % whole
    if r < 0.74:
        return "%d and a half" % whole
    if r < 0.77:
        return "%d-1/2" % whole
    if r < 0.95:
        return ONES[whole] + (" and a half" if rng.random() < 0.8 else "-and-a-half")
    return ONES[whole] + rng.choice([" point five", " and one half", " & a half"])


def full_and_half(rng, halves):
    """Bathrooms as full and half ones, unit words included."""
    whole, half = divmod(halves, 2)
    bath = rng.choice(["bath", "bath", "bathroom"])
    plural = bath if whole == 1 else bath + "s"
    w = small(rng, whole)
    if not half:
        return w + " full " + plural
    one = rng.choice(["a", "1", "one"])
    return rng.choice(
        [
            "{w} full {p} and {o} half {b}",
            "{w} full {p} plus {o} half",
            "{w} full and {o} half {b}",
            "{w} full, {o} half {b}",
            "{w} full {p}, {o} half {b}",
            "{w} full {p} + {o} half",
            "{w} full {p} & {o} half {b}",
            "{w} {p} and {o} half {b}",
            "{w} {p} plus {o} half {b}",
            "{w} full/{o} half {b}",
            "{w} full {p} and {o} half-{b}",
        ]
    ).format(w=w, p=plural, o=one, b=bath)


def year_words(rng, y):
    joiner = "-" if rng.random() < 0.6 else " "
    if y // 100 == 20 and (y < 2010 or rng.random() < 0.3):
        rest = y % 100
        return "two thousand" + ((" and " if rng.random() < 0.3 else " ") + below_hundred(rest, joiner) if rest else "")
    rest = y % 100
    head = below_hundred(y // 100, joiner)
    if rest == 0:
        return head + " hundred"
    if rest < 10:
        return head + (" oh " if rng.random() < 0.7 else " o ") + ONES[rest]
    return head + " " + below_hundred(rest, joiner)


def year(rng, y):
    """A year of construction: mostly digits, sometimes '87 or words."""
    r = rng.random()
    if r < 0.07 and 1930 <= y <= 2025:
        return ("'" if rng.random() < 0.8 else "\u2019") + "%02d" % (y % 100)
    if r < 0.14:
        return year_words(rng, y)
    if r < 0.15 and 1930 <= y <= 1999:
        return below_hundred(y % 100, "-" if rng.random() < 0.6 else " ")
    return str(y)


def lot(rng):
    """A lot size: ``(square feet, text, is_acres)``."""
    if rng.random() < 0.5:
        keys = list(ACRES)
        acres = rng.choices(keys, [ACRE_WEIGHTS.get(k, 1) for k in keys])[0]
        return acres_to_sqft(acres), rng.choice(ACRES[acres]), True
    r = rng.random()
    n = int(round(min(200000, max(900, 2.718281828 ** rng.gauss(9.0, 0.65)))))
    if r < 0.45:
        n = max(1000, n // 500 * 500)
    elif r < 0.70:
        n = max(1000, n // 100 * 100)
    elif r < 0.85:
        n = n // 10 * 10
    return n, area(rng, n), False
