"""The price model: boosted trees over eight facts, any of which may be missing.

The market is made up but plausible. The logarithm of a price is the sum of

* ln 380,000 for a 1,700 sq ft house with 3 bedrooms, 2 bathrooms, built in 1975, in a suburb, in good condition;
* 0.70 ln(sqft / 1700), 0.02 per bedroom over 3, 0.07 per bathroom over 2;
* the place: coast +0.45, city +0.30, suburb 0, village -0.24, mountain +0.05;
* the condition: poor -0.28, fair -0.12, good 0, excellent +0.16;
* 0.20 per 50 years newer than 1975 (older: lower, down to 1915), and for houses before 1920 a vintage premium
  of 0.12 in good or excellent condition;
* 0.10 ln(lot / 8000), twice that in the city and half of it in a village;
* 0.045 per garage space, 0.075 in the city; and noise of 0.08.

Facts go together as in life: large houses have more rooms, garages are rare in the city, lots are wide
in villages. Every row then loses facts at random, from none to all but one, so the trees learn what to
expect when little is said.
"""
import csv
import json
import os

import numpy as np

FEATURES = ["sqft", "bedrooms", "bathrooms", "year_built", "location", "condition", "lot_sqft", "garage_spaces"]
LOCATIONS = ["coast", "city", "suburb", "village", "mountain"]
CONDITIONS = ["poor", "fair", "good", "excellent"]
MONOTONE = (1, 0, 1, 0, 0, 1, 1, 1)
DESCRIPTIONS = {
    "sqft": ("number", "sqft", "Living area in square feet"),
    "bedrooms": ("integer", None, "Number of bedrooms, 0 for a studio"),
    "bathrooms": ("number", None, "Number of bathrooms, halves allowed"),
    "year_built": ("integer", None, "Year the house was built"),
    "location": ("category", None, "Kind of place the house stands in"),
    "condition": ("category", None, "State of the house"),
    "lot_sqft": ("number", "sqft", "Size of the lot in square feet"),
    "garage_spaces": ("integer", None, "Number of cars the garage takes, 0 for none"),
}


def market(rng, count):
    """``(facts, prices)`` of ``count`` houses."""
    sqft = np.clip(np.exp(rng.normal(np.log(1750), 0.45, count)), 350, 9000).round()
    location = rng.choice(5, count, p=[0.16, 0.25, 0.33, 0.15, 0.11])
    condition = rng.choice(4, count, p=[0.14, 0.28, 0.38, 0.20])
    bedrooms = np.clip(np.round(1.1 + sqft / 950 + rng.normal(0, 0.8, count)), 0, 8)
    bathrooms = np.clip(np.round((0.7 + sqft / 1250 + rng.normal(0, 0.45, count)) * 2) / 2, 1, 7)
    old = rng.random(count) < np.array([0.15, 0.35, 0.06, 0.35, 0.15])[location]
    year = np.where(old, rng.integers(1850, 1940, count), rng.integers(1940, 2026, count))
    lot = np.exp(
        rng.normal(np.log(np.array([6500, 3800, 8500, 16000, 15000])[location]) + 0.35 * np.log(sqft / 1750), 0.7)
    )
    lot = np.clip(lot, 800, 500000).round()
    garage = np.clip(
        np.round(rng.normal(np.array([1.1, 0.5, 1.8, 1.2, 1.2])[location] + 0.4 * (sqft / 1750 - 1), 0.8)), 0, 5
    )
    log_price = (
        np.log(380000)
        + 0.70 * np.log(sqft / 1700)
        + 0.02 * (bedrooms - 3)
        + 0.07 * (bathrooms - 2)
        + np.array([0.45, 0.30, 0, -0.24, 0.05])[location]
        + np.array([-0.28, -0.12, 0, 0.16])[condition]
        + 0.20 * (np.maximum(year, 1915) - 1975) / 50
        + np.where((year < 1920) & (condition >= 2), 0.12, 0)
        + 0.10 * np.array([1, 2, 1, 0.5, 1])[location] * np.log(lot / 8000)
        + np.where(location == 1, 0.075, 0.045) * garage
        + rng.normal(0, 0.08, count)
    )
    facts = np.column_stack([sqft, bedrooms, bathrooms, year, location, condition, lot, garage]).astype(np.float32)
    return facts, np.exp(log_price)


def forget(rng, facts):
    """Replaces facts by NaN; how many differs from row to row, at least one stays."""
    share = rng.random(len(facts)) ** 1.3
    hidden = rng.random(facts.shape) < share[:, None]
    hidden[np.arange(len(facts)), rng.integers(0, facts.shape[1], len(facts))] = False
    out = facts.copy()
    out[hidden] = np.nan
    return out


def schema(facts):
    features = []
    for i, name in enumerate(FEATURES):
        kind, unit, description = DESCRIPTIONS[name]
        f = {"name": name, "type": kind}
        if unit:
            f["unit"] = unit
        if kind == "category":
            f["categories"] = LOCATIONS if name == "location" else CONDITIONS
        else:
            low, high = float(facts[:, i].min()), float(facts[:, i].max())
            f["min"], f["max"] = (int(low) if low.is_integer() else low), (int(high) if high.is_integer() else high)
        f["required"] = False
        f["description"] = description
        features.append(f)
    return {
        "name": "house-price",
        "version": "1.0.0",
        "features": features,
        "output": {
            "name": "price",
            "type": "number",
            "unit": "USD",
            "digits": 0,
            "description": "Estimated sale price in US dollars",
        },
    }


def build(folder, seed=7, count=160000, trees=220, depth=5, threads=2, log=print, smallest_allowed=20000):
    """Trains, saves and measures; returns the figures for the report."""
    import xgboost as xgb

    rng = np.random.default_rng(seed)
    facts, price = market(rng, count)
    known = forget(rng, facts)
    cut = count * 4 // 5
    types = ["float", "int", "float", "int", "int", "int", "float", "int"]
    matrix = lambda x, y=None: xgb.DMatrix(x, y, feature_names=FEATURES, feature_types=types, nthread=threads)
    parameters = {
        "objective": "reg:squarederror",
        "tree_method": "hist",
        "max_depth": depth,
        "eta": 0.12,
        "min_child_weight": 25,
        "lambda": 3.0,
        "subsample": 0.8,
        "monotone_constraints": "(" + ",".join(map(str, MONOTONE)) + ")",
        "base_score": float(round(price[:cut].mean())),
        "seed": seed,
        "nthread": threads,
    }
    training = matrix(known[:cut], price[:cut])
    # A dollar weighs more on a cheap house: errors count about in proportion to the price.
    training.set_weight((price[:cut] / price[:cut].mean()) ** -2.0)
    booster = xgb.train(parameters, training, trees)
    booster.set_attr(**{"inference.schema": json.dumps(schema(facts[:cut]), separators=(",", ":"))})
    path = os.path.join(folder, "house-price.xgb.json")
    booster.save_model(path)

    def measure(x, y):
        p = booster.predict(matrix(x))
        return {
            "mae": round(float(np.abs(p - y).mean())),
            "mape": round(float((np.abs(p - y) / y).mean()), 4),
            "r2": round(float(1 - ((p - y) ** 2).sum() / ((y - y.mean()) ** 2).sum()), 4),
        }

    figures = {
        "rows": count,
        "trees": trees,
        "depth": depth,
        "held_out_rows": count - cut,
        "all_facts_known": measure(facts[cut:], price[cut:]),
        "facts_missing_at_random": measure(known[cut:], price[cut:]),
    }
    sample = np.concatenate([known[cut : cut + 150], facts[cut + 150 : cut + 190], np.full((1, 8), np.nan, np.float32)])
    one = np.full((8, 8), np.nan, np.float32)
    one[np.arange(8), np.arange(8)] = facts[cut + 200][np.arange(8)]
    sample = np.concatenate([sample, one])
    # Round-trip: the saved file must predict what the model in memory does.
    again = xgb.Booster()
    again.load_model(path)
    expected, reloaded = booster.predict(matrix(sample)), again.predict(matrix(sample))
    if not np.array_equal(expected, reloaded):
        raise RuntimeError("the saved price model does not predict what it did before")
    smallest = float(booster.predict(matrix(known)).min())
    if again.attr("inference.schema") is None or (smallest_allowed is not None and smallest < smallest_allowed):
        raise RuntimeError("the price model is not usable")
    with open(os.path.join(folder, "house-price.reference.csv"), "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(FEATURES + ["expected"])
        for row, value in zip(sample, expected):
            w.writerow(["" if np.isnan(v) else "%.17g" % v for v in row] + ["%.17g" % value])
    figures["reference_rows"] = len(sample)
    figures["bytes"] = os.path.getsize(path)
    figures["range_of_predictions"] = [round(smallest), round(float(booster.predict(matrix(facts[cut:])).max()))]
    log("price model: " + json.dumps(figures))
    return figures


if __name__ == "__main__":
    import sys

    build(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
