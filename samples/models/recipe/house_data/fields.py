"""The arguments of the tool, in the order of its schema, and the values of its two categories."""

FIELDS = ["sqft", "bedrooms", "bathrooms", "year_built", "location", "condition", "lot_sqft", "garage_spaces"]
LOCATIONS = ["coast", "city", "suburb", "village", "mountain"]
CONDITIONS = ["poor", "fair", "good", "excellent"]
