"""The year of construction."""

_BUILT = "[built|built|built|built|constructed|put up|erected|completed|finished|raised]"
YEAR = {
    "adj": ["{y}", "{y}-built", "{y}", "circa-{y}", "{y}-era"],
    "np": ["a [build|construction|building] [date|year] of {y}", "a {y} [build date|construction date|build year]"],
    "post": [
        _BUILT + " in {y}",
        _BUILT + " in {y}",
        "built {y}",
        "from {y}",
        "dating [to|from|back to] {y}",
        "[that was|which was] " + _BUILT + " in {y}",
        "(built {y})",
        "(built in {y})",
        "({y})",
        "constructed {y}",
        "circa {y}",
        "that dates [to|from|back to] {y}",
        "of {y} vintage",
        "built around {y}",
        "with a build year of {y}",
        "that went up in {y}",
        ", built in {y},",
        ", {y} build,",
        "blt {y}",
        "that somebody built in {y}",
        "built way back in {y}",
        "originally built in {y}",
    ],
    "pred": [
        "was " + _BUILT + " in {y}",
        "was built in {y}",
        "was [originally|first|apparently|only] built in {y}",
        "dates [from|back to|to] {y}",
        "is from {y}",
        "went up in {y}",
        "was built back in {y}",
        "is a {y} [build|construction|house|home]",
        "has been [around|standing|there] since {y}",
        "got built in {y}",
        "was new in {y}",
        "was built {y}",
        "is a {y}",
        "is {y}-built",
        "was finished in {y}",
        "stands since {y}",
        "has stood there since {y}",
        "carries a build year of {y}",
    ],
    "clause": [
        (
            "[year built|the year built|build year|the build year|construction year|year of construction|"
            "year|date built|it's|the year|built|the year of construction] [is|was|:|:|=] {y}"
        ),
        "[built|constructed|completed|erected] in {y}",
        "built {y}",
        "they built it in {y}",
        "it's from {y}",
        (
            "[my grandfather|my dad|the developer|the builder|the first owner|my uncle|the original owners|"
            "some builder|my grandparents|we|my parents] built it in {y}"
        ),
        (
            "[construction finished|construction was completed|construction wrapped up|construction ended|"
            "they broke ground and finished] in {y}"
        ),
        "{y} [construction|build]",
        "it's a {y} build",
        "it goes back to {y}",
        "in {y} it was built",
        "{y} is when it was built",
        "{y} is the year it was built",
        "the place goes back to {y}",
        "it was {y} when they built it",
        "the build date is {y}",
    ],
    "tag": [
        "built {y}",
        "blt {y}",
        "{y}",
        "b. {y}",
        "yr {y}",
        "{y} build",
        "built in {y}",
        "yb {y}",
        "circa {y}",
        "c. {y}",
        "yr built {y}",
        "{y} construction",
        "const. {y}",
        "bilt {y}",
        "Built {y}",
        "year built {y}",
        "{y}-built",
        "constructed {y}",
        "year {y}",
        "blt. {y}",
        "{y} blt",
        "{y} built",
        "from {y}",
        "est. {y}",
        "({y})",
        "yr blt {y}",
    ],
    "kv": [
        (
            "[Year built|Built|Year|Yr built|Construction year|Build year|Year of construction|Built in|YB|"
            "Date built|Construction|Yr|Year Built|Year constructed|Yr Blt|Build date]\t[{y}|{y}|{y}|in {y}]"
        )
    ],
}
