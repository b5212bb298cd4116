"""The living area, in square feet."""
from .units import ABOUT, UNIT

SQFT = {
    "adj": [
        "{n} " + UNIT,
        "{n}-[square-foot|sq-ft|sqft|square foot|sq ft|sf]",
        "{n} [square foot|square foot|sq ft|sqft|sq. ft.]",
        "{n}[sf|sqft|sq ft|sq.ft.|ft2]",
        "~{n} " + UNIT,
    ],
    "np": [
        ABOUT
        + "{n} "
        + UNIT
        + (
            "[||||| of living space| of living area| of space| inside| of floor space| under roof| in total|"
            " total| heated| finished| of interior| livable| of finished space| of house| to live in|"
            " of room| indoors| on the inside| under air| all told]"
        ),
        (
            "[a living area|a total area|a floor area|an interior|living space|an interior area|"
            "a total living area|a square footage|a size|a floor plan] of "
        )
        + ABOUT
        + "{n} "
        + UNIT,
        ABOUT + "{n} [livable|living|finished|heated|total|interior|usable] " + UNIT,
    ],
    "post": [
        "of " + ABOUT + "{n} " + UNIT,
        "at " + ABOUT + "{n} " + UNIT,
        (
            "[coming in at|measuring|totaling|covering|spanning|that is|that's|which is|offering|boasting|"
            "that measures|sized at|with a size of] "
        )
        + ABOUT
        + "{n} "
        + UNIT,
        "with " + ABOUT + "{n} " + UNIT,
        ", " + ABOUT + "{n} " + UNIT + ",",
    ],
    "pred": [
        "is "
        + ABOUT
        + "{n} "
        + UNIT
        + "[|| in size| big| inside| altogether| total| all in| in area| in all| of living space| large]",
        (
            "[measures|has|has|offers|spans|covers|comes to|comes in at|runs|is listed at|totals|"
            "clocks in at|works out to|provides|measures in at|measures up at|adds up to|boasts|contains|"
            "features|includes] "
        )
        + ABOUT
        + "{n} "
        + UNIT
        + "[||| of living space| of space| inside| total| of living area]",
    ],
    "clause": [
        (
            "[living area|living space|the living area|floor area|square footage|the square footage|the size|"
            "size|total area|interior|the interior|house size|total living area|the floor area|"
            "the living space|the floor plan|sq footage|sqft|its size] [is|comes to|is listed as|"
            "comes out to|would be|equals|=|is|of] "
        )
        + ABOUT
        + "{n} "
        + UNIT,
        "[the square footage|square footage|sq footage|sqft|the sqft|the sq footage] is " + ABOUT + "{n}",
        "there[ is|'s| are] "
        + ABOUT
        + "{n} "
        + UNIT
        + "[ of living space| inside| of space| of living area| in it| in total|]",
        (
            "[we have|you get|we've got|I have|they list|you'd get|that gives you|i measured|"
            "the listing says|zillow says it's] "
        )
        + ABOUT
        + "{n} "
        + UNIT
        + "[| inside| of living space| of space]",
        "it's " + ABOUT + "{n} " + UNIT + "[| inside| total| all told| of living space| big]",
        ABOUT + "{n} " + UNIT,
        "as for size, it's {n} " + UNIT,
        "size-wise [it's|we're at|we're talking] " + ABOUT + "{n} " + UNIT,
    ],
    "tag": [
        "{n} " + UNIT,
        "{n}sf",
        "{n}sqft",
        "{n} sf",
        "~{n} sf",
        "size {n}",
        "sqft {n}",
        "{n} " + UNIT + " [living|liv|house|home|int|interior|living area|heated|total|fin.]",
        "{n} " + UNIT,
        "{n}sq ft",
        "{n}sq.ft.",
        "{n} sq",
        "{n}ft\u00b2",
        "approx. {n} " + UNIT,
        "living area {n}[| " + UNIT + "]",
        "living space {n} " + UNIT,
    ],
    "kv": [
        (
            "[Size|Square feet|Sqft|Sq ft|Living area|Area|Square footage|Floor area|Living space|Interior|"
            "House size|Total sqft|SF|SqFt|Sq. Ft.|Home size|Living sqft|Total area|Sq footage|Heated sq ft|"
            "Interior area|Home sqft]\t[{n}|{n}|"
        )
        + ABOUT
        + "{n}|{n} "
        + UNIT
        + "|"
        + ABOUT
        + "{n} "
        + UNIT
        + "]"
    ],
}
