"""The land, in acres or square feet."""
from .units import ABOUT, UNIT

_LOT = "[lot|lot|lot|plot|parcel|property|piece of land|yard]"
LOT_ACRE = {
    "adj": ["{bare}"],
    "np": [
        "a {bare} " + _LOT,
        "a {bare} [lot|yard|plot]",
        "{acre} of [land|property|yard|ground|land around it]",
        "a [lot|plot|yard|parcel] of {acre}",
        "a {bare} [corner|level|wooded|flat|fenced|big|landscaped|private|treed|sloped] [lot|yard]",
        "{acre}",
        "a [big|nice|large|flat|huge|small|level|wooded|good] {bare} [lot|yard]",
    ],
    "post": [
        "on {acre}",
        "on {acre} of land",
        "on a {bare} " + _LOT,
        "on a {bare} lot",
        "sitting on {acre}",
        "set on {acre}",
        "with {acre}[ of land| of yard| around it|]",
        "on a lot of {acre}",
        "with a {bare} [lot|yard]",
        "situated on {acre}",
        "on about {acre}",
        "on roughly {acre}",
        "that sits on {acre}",
        "on a [flat|corner|wooded|nice|big|large|level|sloping] {bare} lot",
        "with {acre} of land",
    ],
    "pred": [
        "sits on {acre}",
        "sits on a {bare} [lot|parcel|plot]",
        "is on {acre}",
        "has {acre}[ of land| of yard|]",
        "comes with {acre}[ of land|]",
        "stands on {acre}",
        "has a {bare} [lot|yard]",
        "is set on {acre}",
        "includes {acre} of land",
        "occupies {acre}",
        "sits on about {acre}",
        "is situated on {acre}",
        "rests on {acre}",
        "sits on {acre} of [land|property]",
        "is on a {bare} lot",
        "comes on {acre}",
    ],
    "clause": [
        (
            "[the lot|lot|lot size|the land|the yard|the plot|land|the lot size|the parcel|the property|"
            "plot size|the grounds|yard] [is|comes to|is about|measures|covers|:|is roughly|runs|"
            "totals] {acre}"
        ),
        "there['s| is] {acre} of [land|yard|property|ground]",
        "we have {acre}[ of land|]",
        "we're on {acre}",
        "you get {acre} of land",
        "it's on {acre}",
        "{bare} [lot|yard|plot]",
        "{acre}",
        "as for the land, {acre}",
        "{acre} come[s|] with it",
        "the land that goes with it is {acre}",
        "[I|we] own {acre} around it",
    ],
    "tag": [
        "{acre}",
        "{bare} lot",
        "{bare} lot",
        "lot {acre}",
        "{acre} lot",
        "on {acre}",
        "{bare} plot",
        "{acre} land",
        "{bare} yard",
        "{bare} parcel",
        "lot: {acre}",
        "{acre} of land",
    ],
    "kv": [
        (
            "[Lot|Lot size|Land|Plot|Plot size|Land area|Lot area|Yard|Acreage|Lot Size|Parcel|Land size|"
            "Lot (acres)|Property size]\t{acre}"
        ),
        "[Acres|Acreage]\t{num}",
    ],
}
LOT_SQFT = {
    "adj": ["{n} " + UNIT + " lot"],
    "np": [
        "a {n} " + UNIT + " " + _LOT,
        "a {n}[-square-foot| square foot| sq ft| sqft| sf|sf] [lot|plot|yard|parcel]",
        "a [lot|plot|parcel|yard|lot size] of " + ABOUT + "{n} " + UNIT,
        ABOUT + "{n} " + UNIT + " of [land|yard|lot|property|ground|grounds|outdoor space|lot space]",
        ("a [big|nice|large|flat|corner|small|level|fenced|wooded] {n} [sq ft|sqft|square foot|sf] [lot|" "yard]"),
        "a [lot|plot|yard] that is " + ABOUT + "{n} " + UNIT,
    ],
    "post": [
        "on a {n} " + UNIT + " " + _LOT,
        "on a {n}[-square-foot| square foot| sq ft| sqft| sf|sf] [lot|plot|parcel|piece of land]",
        "on " + ABOUT + "{n} " + UNIT + " of [land|property|ground|yard]",
        "with a {n} " + UNIT + " [lot|yard|plot]",
        "on a [lot|plot|parcel] of " + ABOUT + "{n} " + UNIT,
        "sitting on a {n} " + UNIT + " lot",
        "set on a {n} " + UNIT + " [lot|plot]",
        "on a [flat|corner|nice|big|large|level|sloping|private] {n} [sq ft|sqft|square foot|sf] lot",
    ],
    "pred": [
        "sits on a {n} " + UNIT + " [lot|parcel|plot]",
        "sits on " + ABOUT + "{n} " + UNIT + " of land",
        "has a {n} " + UNIT + " [lot|yard|plot]",
        "comes with a {n} " + UNIT + " [lot|yard|plot]",
        "is on a {n} " + UNIT + " lot",
        "stands on a {n} " + UNIT + " [plot|lot]",
        "has a lot of " + ABOUT + "{n} " + UNIT,
        "occupies a {n} " + UNIT + " lot",
        "is set on a {n} " + UNIT + " lot",
        "includes a {n} " + UNIT + " yard",
        "is on a lot of {n} " + UNIT,
    ],
    "clause": [
        (
            "[the lot|lot|lot size|the land|the yard|the plot|land|the lot size|the parcel|the property lot|"
            "plot size|the lot itself|the land area|the whole lot] [is|comes to|is about|measures|covers|:|"
            "is roughly|totals|runs|is listed at] "
        )
        + ABOUT
        + "{n} "
        + UNIT,
        "[the lot size|lot size|the lot|lot|the plot] [is|:|=] {n}",
        "there['s| is] a {n} " + UNIT + " [lot|yard]",
        "we have a {n} " + UNIT + " [lot|yard]",
        "you get a {n} " + UNIT + " [lot|yard|plot]",
        "it's on a {n} " + UNIT + " lot",
        "{n} " + UNIT + " lot",
        "the lot it sits on is {n} " + UNIT,
        "as for the lot, {n} " + UNIT,
        "[outside|outdoors] you have a {n} " + UNIT + " [lot|yard]",
    ],
    "tag": [
        "{n} " + UNIT + " lot",
        "{n}sf lot",
        "lot {n} " + UNIT,
        "lot {n}",
        "{n} lot",
        "lot size {n}",
        "{n} sqft lot",
        "{n} sf lot",
        "{n} sq ft lot",
        "{n} sq ft yard",
        "lot: {n} " + UNIT,
        "{n} " + UNIT + " plot",
        "on {n} sf lot",
        "land {n} " + UNIT,
        "{n} " + UNIT + " of land",
        "lot sqft {n}",
        "lot = {n}",
    ],
    "kv": [
        (
            "[Lot|Lot size|Land|Plot|Plot size|Land area|Lot area|Yard|Lot sqft|Lot Size|Parcel|Lot sq ft|"
            "Land size|Lot (sq ft)|Lot Sq. Ft.]\t[{n}|{n} "
        )
        + UNIT
        + "|{n} "
        + UNIT
        + "|"
        + ABOUT
        + "{n} "
        + UNIT
        + "]"
    ],
}
