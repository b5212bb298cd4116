"""Ways to write square feet, and words that leave a number as it is."""

UNIT = (
    "[sq ft|sq ft|sq ft|sqft|sqft|sqft|square feet|square feet|square feet|sf|sf|sq. ft.|sq. ft.|"
    "sq feet|square foot|ft2|ft\u00b2|"
    "sq.ft.|sq. ft|square ft|sqft.|sq.ft|SF|Sq Ft|SqFt|sq. feet|s.f.|sq/ft|Sq. Ft.|square-feet]"
)
ABOUT = (
    "[|||||about |approx |approx. |around |~|roughly |approximately |nearly |almost |just over |"
    "just under |a bit over |right around |close to |some |over |under |circa |maybe |like |"
    "a little over |a little under |exactly |just about ]"
)
