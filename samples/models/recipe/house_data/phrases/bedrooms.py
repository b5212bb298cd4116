"""Bedrooms, and the studio, which has none."""

_BEDN = "[bedroom{s}|bedroom{s}|bedroom{s}|bed{s}|bed{s}|bdrm{s}|bedrm{s}]"
BEDROOMS = {
    "adj": [
        "{n}-bedroom",
        "{n} bedroom",
        "{n}-bed",
        "{n} bed",
        "{n}[br|BR|bd|bdrm|bed]",
        "{n} [br|BR|bd|BD|bdrm|bdr]",
        "{n}-[br|BR|bdrm]",
    ],
    "np": [
        "{n} " + _BEDN,
        "{n} [bedroom{s}|bedroom{s}|bed{s}]",
        (
            "{n} [good-sized|large|spacious|comfortable|decent|big|small|nice|full|separate|proper|cozy|"
            "bright|generous|huge|tiny|real|sunny] bedroom{s}"
        ),
        "[a total of|room for|altogether|] {n} bedroom{s}",
        "{n} bedroom{s} [upstairs|in total|total|in all|altogether|on one level]",
        "{n} [br|BR|brs|bd|bds|BRs]",
        "{n} bed rooms",
    ],
    "post": [
        "with {n} [bedroom{s}|bedroom{s}|bed{s}|br|bdrms]",
        "that has {n} [bedroom{s}|bed{s}]",
        "that sleeps everyone in {n} bedroom{s}",
    ],
    "pred": [
        (
            "[has|has|has|has got|comes with|offers|features|boasts|includes|contains|holds|provides|"
            "is laid out with|is set up with] {n} "
        )
        + _BEDN,
        "is a {n}[-| ][bedroom|bed|br|bdrm]",
        "counts {n} bedroom{s}",
        "has {n} [good-sized|large|spacious|decent|big|small|nice|cozy] bedroom{s}",
    ],
    "clause": [
        "there [are|are|'re|is] {n} " + _BEDN,
        (
            "[we have|we've got|you get|I have|I've got|you'll find|they have|you'd get|"
            "i count] {n} [bedroom{s}|bed{s}|bedroom{s} in total]"
        ),
        "{n} bedroom{s}[| in all| in total| total| altogether]",
        "[number of bedrooms|bedrooms|bedroom count|the bedroom count|beds|the number of bedrooms]: {n}",
        "[number of bedrooms|bedroom count|the bedroom count|the number of bedrooms] is {n}",
        "it's a {n}[-| ][bedroom|bed|br]",
        "it has {n} places to sleep, I mean bedrooms",
        (
            "all {n} bedrooms [are bright|are upstairs|have closets|get good light|are carpeted|"
            "are on the same floor]"
        ),
        "the {n} bedroom{s} [are|have] [bright|big closets|upstairs|a decent size|hardwood floors]",
        "bedrooms, there are {n}",
        "as for bedrooms, {n}",
        "{n} of the rooms are bedrooms",
    ],
    "tag": [
        "{n}br",
        "{n}bd",
        "{n} br",
        "{n} bd",
        "{n} bed",
        "{n} beds",
        "{n}BR",
        "{n} BR",
        "{n}bed",
        "{n} bdrm",
        "{n} bedroom{s}",
        "{n} bedrooms",
        "{n}bdrm",
        "{n}BD",
        "{n}-bed",
        "{n}b/r",
        "{n} Beds",
        "{n} Bed",
        "beds {n}",
        "bedrooms {n}",
        "br {n}",
        "bed x{n}",
        "{n}x bed",
    ],
    "kv": [
        (
            "[Bedrooms|Beds|Bed|BR|Bedroom count|No. of bedrooms|Number of bedrooms|Bdrms|Bedrooms (total)|"
            "BRs|# of bedrooms|# bedrooms|Total bedrooms|Bedroom|bd]\t{n}"
        ),
        "Bedrooms\t{n} [bedrooms|beds|br]",
    ],
}
STUDIO = {
    "adj": ["studio"],
    "np": [
        "a studio layout",
        "no separate bedroom",
        "zero bedrooms",
        "0 bedrooms",
        "a studio floor plan",
        "no bedrooms",
    ],
    "post": ["with no separate bedroom", "that's a studio", "with a studio layout", "with zero bedrooms"],
    "pred": [
        "is a studio",
        "is just a studio",
        "has no separate bedroom",
        "has zero bedrooms",
        "has a studio layout",
        "is a studio apartment",
        "is basically a studio",
        "has 0 bedrooms",
        "is a small studio",
        "has no bedrooms",
    ],
    "clause": [
        "it's a studio",
        "it's a studio so no bedroom",
        "there is no separate bedroom",
        "studio layout",
        "no separate bedroom",
        "this one is a studio",
        "just a studio",
    ],
    "tag": ["studio", "Studio", "0 br", "0 bed", "0br", "0bd", "studio unit", "0 bedrooms"],
    "kv": ["[Bedrooms|Beds|BR]\t[0|studio|0 (studio)|zero|none]", "Type\tstudio"],
}
