"""The condition of the house. A slot holds the words of one of the four states."""

CONDITION = {
    "poor": {
        "adj": [
            (
                "[run-down|rundown|dilapidated|neglected|beat-up|crumbling|derelict|distressed|falling-apart|"
                "ramshackle|decrepit|trashed|poorly maintained|poorly kept|badly neglected|poor-condition|"
                "uninhabitable|shabby and run-down|wrecked|tumbledown|half-ruined|battered|badly damaged]"
            )
        ],
        "post": [
            (
                "in [poor|poor|poor|bad|bad|terrible|rough|awful|very bad|horrible|very poor|really rough|"
                "pretty bad|pretty rough|sad|dreadful|dire|lousy|terrible|very rough|miserable|crummy|disastrous|"
                "shocking] [condition|condition|shape|shape|state|repair]"
            ),
            (
                "in need of [a lot of work|major repairs|a total renovation|serious work|a full renovation|"
                "a complete overhaul|major work|extensive repairs|a gut renovation|lots of repairs|"
                "complete renovation|total rehab|much work|major renovation]"
            ),
            (
                "that's [falling apart|a fixer-upper|a total fixer-upper|a wreck|a dump|a gut job|a teardown|"
                "basically a teardown|run down|been neglected|in ruins|barely standing|a mess]"
            ),
            (
                "that needs [a lot of work|work|lots of work|major repairs|tons of work|a ton of work|"
                "everything redone|a full renovation|serious repairs|a new roof and everything else|to be gutted|"
                "a complete renovation|to be rebuilt|major work]"
            ),
            ("needing [a lot of work|major work|work|full renovation|total renovation|major repairs|" "everything]"),
            (
                "with [major damage|a leaking roof and mold|serious structural problems|lots of damage|"
                "water damage and mold|major issues|foundation problems and rot]"
            ),
        ],
        "pred": [
            (
                "needs [a lot of work|work|lots of work|major repairs|tons of work|a ton of work|"
                "everything redone|a full renovation|serious work|a total overhaul|to be gutted|"
                "a complete remodel|a whole lot of work|major work|major renovation|a gut renovation|"
                "so much work|serious repairs|quite a lot of work|loads of work|extensive work]"
            ),
            (
                "is [falling apart|run down|run-down|dilapidated|a wreck|a fixer-upper|a fixer upper|"
                "a total fixer-upper|a dump|in ruins|a gut job|a teardown|a tear-down|a complete mess|neglected|"
                "in disrepair|beat up|a handyman special|barely livable|crumbling|a real fixer|rotting|"
                "uninhabitable|trashed|a disaster|a fixer|a money pit that needs everything|"
                "pretty much a teardown|a shambles]"
            ),
            (
                "has been [neglected for years|let go|badly neglected|sitting empty and rotting|left to rot|"
                "abandoned for years|trashed by tenants]"
            ),
            (
                "is in [poor|bad|terrible|rough|awful|very bad|horrible|pretty bad|pretty rough|really bad|"
                "very poor] [condition|shape]"
            ),
            (
                "has [mold and a leaky roof|major problems|serious foundation issues|lots of problems|"
                "a caved-in roof|rot everywhere|holes in the roof]"
            ),
        ],
        "clause": [
            (
                "it's [a fixer-upper|a fixer upper|a total wreck|falling apart|in bad shape|in rough shape|"
                "in poor shape|pretty run down|a dump|a real fixer-upper|in terrible shape|in poor condition|"
                "a handyman special|a tear-down|pretty beat up]"
            ),
            "everything needs [replacing|fixing|work|to be redone|redoing]",
            "nothing [works|has been maintained|has been fixed in decades]",
            "it'll need [a lot of work|everything redone|to be gutted|major repairs|a full renovation]",
            (
                "the [roof leaks and the floors are rotten|whole thing is falling apart|place is a wreck|"
                "walls are crumbling|place has been neglected]"
            ),
            "honestly it's [falling apart|a dump|a wreck|in awful shape]",
            "it's poor",
            "we never fixed anything and it shows",
        ],
        "tag": [
            "poor",
            "poor condition",
            "fixer-upper",
            "fixer upper",
            "needs work",
            "needs a lot of work",
            "run down",
            "run-down",
            "poor cond",
            "bad shape",
            "rough shape",
            "handyman special",
            "gut job",
            "teardown",
            "poor shape",
            "needs major work",
            "fixer",
            "needs full renovation",
            "dilapidated",
            "bad condition",
            "needs everything",
            "TLC needed badly",
            "needs lots of work",
            "terrible condition",
            "needs major repairs",
            "rundown",
            "needs rehab",
            "bad cond.",
            "in need of major repairs",
            "tear-down",
            "falling apart",
            "neglected",
        ],
        "value": [
            "poor",
            "bad",
            "poor condition",
            "fixer-upper",
            "needs work",
            "needs a lot of work",
            "run-down",
            "run down",
            "rough",
            "Poor",
            "terrible",
            "very poor",
            "bad shape",
            "dilapidated",
            "fixer upper",
            "needs major repairs",
            "awful",
            "falling apart",
            "needs full renovation",
        ],
    },
    "fair": {
        "adj": [
            (
                "[dated|outdated|average-condition|so-so|fair-condition|lived-in|slightly worn|tired but livable|"
                "a bit dated|somewhat dated|average-shape|slightly dated|worn|a little tired|run-of-the-mill|"
                "mediocre]"
            )
        ],
        "post": [
            (
                "in [fair|fair|fair|average|average|okay|ok|so-so|decent|acceptable|passable|mediocre|middling|"
                "reasonable|livable|tolerable|alright|fairly average|just ok] [condition|condition|shape|shape|"
                "state]"
            ),
            (
                "that [is a bit dated|is dated|needs some updating|needs a little work|needs some work|"
                "needs a bit of work|could use some updates|is showing its age|could use some TLC|"
                "is a little worn|needs some TLC|has some wear and tear|needs cosmetic updates|"
                "could use a refresh|needs minor repairs|needs some love]"
            ),
            (
                "in need of [some updating|a little work|some work|cosmetic updates|minor repairs|a refresh|"
                "some TLC|a bit of work|light repairs|a little TLC|some cosmetic work]"
            ),
            (
                "with [some wear and tear|a dated interior|some wear|dated finishes|dated kitchen and baths|"
                "original finishes and some wear]"
            ),
        ],
        "pred": [
            (
                "needs [some updating|a little work|some work|a bit of work|some TLC|cosmetic updates|some love|"
                "minor repairs|a refresh|some cosmetic work|a few updates|some minor repairs|updating|"
                "a little TLC|a few repairs|a little love|a bit of TLC|a few fixes|some sprucing up]"
            ),
            (
                "is [a bit dated|dated|so-so|okay|average|a little worn|showing its age|"
                "nothing special but livable|livable but dated|a little tired|kind of dated|outdated|"
                "in fair shape|in average shape|in okay shape|in decent shape|in fair condition|"
                "in average condition|ok but nothing fancy|a bit tired|somewhat worn|"
                "a little rough around the edges|neither great nor terrible]"
            ),
            (
                "could use [some updates|some updating|a fresh coat of paint|a refresh|a little work|some work|"
                "some TLC|a bit of TLC|a facelift|some love|new carpet and paint|a bit of updating]"
            ),
            "shows [its age|some wear|some wear and tear|a bit of wear]",
            (
                "has [some wear and tear|a dated interior|a dated kitchen|some wear|"
                "seen better days but is livable|seen some wear]"
            ),
        ],
        "clause": [
            (
                "it's [in fair shape|so-so|a bit dated|okay, nothing special|average|in average condition|"
                "in decent shape|in okay shape|ok|livable but dated|showing its age|a little worn|"
                "in fair condition|alright|in so-so shape|fine but dated]"
            ),
            "condition is [so so|meh|okay|average|just ok|nothing special]",
            "nothing has been updated but everything works",
            "it's livable but [dated|tired|could use updates|needs updating]",
            (
                "the [kitchen and baths are dated|interior is dated|inside is a bit dated|finishes are dated|"
                "carpets are worn and the kitchen is dated]"
            ),
            "not great, not terrible",
            "shape is so-so",
            "a few things need fixing",
        ],
        "tag": [
            "fair",
            "fair condition",
            "average",
            "average condition",
            "dated",
            "so-so",
            "fair cond",
            "needs some work",
            "needs updating",
            "ok condition",
            "okay condition",
            "fair shape",
            "a bit dated",
            "average shape",
            "needs some TLC",
            "needs a little work",
            "decent condition",
            "ok shape",
            "some wear",
            "needs minor repairs",
            "lived in",
            "decent shape",
            "avg condition",
            "avg cond",
            "needs cosmetic updates",
            "outdated",
            "so so condition",
        ],
        "value": [
            "fair",
            "average",
            "okay",
            "ok",
            "so-so",
            "dated",
            "Fair",
            "fair condition",
            "needs some work",
            "average condition",
            "decent",
            "livable",
            "needs updating",
            "mediocre",
            "a bit dated",
            "some wear",
        ],
    },
    "good": {
        "adj": [
            (
                "[well-kept|well kept|well-maintained|good-condition|solid|well maintained|nicely kept|"
                "well-cared-for|good-shape|nicely maintained|sound|properly maintained|tidy|well looked after]"
            )
        ],
        "post": [
            (
                "in [good|good|good|nice|solid|good|pretty good|really good|very good|quite good|fine|"
                "good overall|good solid|generally good|sound|rather good] [condition|condition|shape|shape|"
                "state|repair]"
            ),
            (
                "that's [well kept|well maintained|been well maintained|been well kept|been looked after|"
                "nicely maintained|well cared for|been taken care of|in good shape|been kept up]"
            ),
            "that has been [well maintained|well cared for|kept up|looked after|taken good care of]",
            "kept in good [order|shape|condition]",
        ],
        "pred": [
            (
                "is [well kept|well maintained|in good shape|in good condition|in nice shape|in solid shape|"
                "nicely kept|well cared for|in good repair|good|in pretty good shape|well looked after|"
                "in really good shape|in very good condition|in good order|in very good shape|"
                "solid and well kept|nicely maintained|in solid condition]"
            ),
            (
                "has been [well maintained|well kept|well cared for|kept up|taken care of|looked after|"
                "nicely maintained|kept in good shape|kept up nicely|kept in good repair|lovingly maintained]"
            ),
            "shows [well|nicely|good care]",
            "doesn't need any [major |big |]work",
        ],
        "clause": [
            (
                "it's [in good shape|well kept|well maintained|in good condition|in nice shape|"
                "in solid condition|in pretty good shape|in good repair|good|been kept up well|"
                "in very good shape]"
            ),
            ("we've [kept it up|taken good care of it|maintained it well|kept it in good shape|" "looked after it]"),
            (
                "[everything works|everything is in working order|no major repairs needed|"
                "everything's been maintained|we kept up with maintenance] and it's in good shape"
            ),
            "good condition overall",
            "overall it's in good [shape|condition]",
            "condition is [pretty good|good overall|quite good]",
            "the previous owners took good care of it",
        ],
        "tag": [
            "good",
            "good condition",
            "well kept",
            "well maintained",
            "good cond",
            "good shape",
            "nice shape",
            "well-kept",
            "solid condition",
            "good cond.",
            "well-maintained",
            "in good shape",
            "very good condition",
            "nice condition",
            "gd condition",
            "good repair",
            "pretty good shape",
            "in good condition",
            "well cared for",
            "solid shape",
            "gd cond",
        ],
        "value": [
            "good",
            "good condition",
            "well kept",
            "well maintained",
            "Good",
            "nice",
            "solid",
            "very good",
            "pretty good",
            "well-kept",
            "good shape",
            "quite good",
        ],
    },
    "excellent": {
        "adj": [
            (
                "[immaculate|pristine|turnkey|mint|move-in ready|fully renovated|like-new|completely remodeled|"
                "excellent-condition|fully updated|flawless|totally renovated|newly renovated|spotless|"
                "impeccable|top-condition|mint-condition|gut-renovated|move-in-ready|freshly renovated|"
                "completely renovated|beautifully restored|fully remodeled|showroom-condition]"
            )
        ],
        "post": [
            (
                "in [excellent|excellent|excellent|mint|perfect|pristine|immaculate|great|superb|top|like-new|"
                "like new|amazing|impeccable|flawless|outstanding|fantastic|tip-top|exceptional|wonderful|"
                "absolutely perfect|awesome|brilliant|spotless] [condition|condition|shape|shape|state]"
            ),
            (
                "that's [move-in ready|turnkey|immaculate|like new|fully renovated|completely remodeled|spotless|"
                "pristine|basically brand new inside|been fully renovated|been completely redone|"
                "been totally remodeled|top notch|absolutely perfect]"
            ),
            (
                "that [was just fully renovated|has been completely renovated|was gut renovated|"
                "has been completely redone|looks brand new|looks like new]"
            ),
            "with everything [brand new|renovated|redone|updated]",
            "kept in [perfect|immaculate|mint] condition",
        ],
        "pred": [
            (
                "is [immaculate|pristine|turnkey|move-in ready|move in ready|like new|fully renovated|"
                "in excellent condition|in mint condition|in perfect shape|spotless|in excellent shape|"
                "completely remodeled|flawless|in pristine condition|impeccable|in great shape|in top shape|"
                "in great condition|totally renovated|in amazing condition|absolutely perfect|"
                "in perfect condition|excellent|as good as new|in superb condition|in tip-top shape|top notch|"
                "mint|fully updated|completely redone]"
            ),
            (
                "was [completely|fully|totally] [renovated|remodeled|redone] in [2012|2016|2018|2019|2020|2021|"
                "2022|2023|2024]"
            ),
            (
                "was [completely renovated|fully renovated|just renovated top to bottom|gut renovated|"
                "completely remodeled|totally redone|fully remodeled|renovated from top to bottom|just remodeled]"
            ),
            (
                "has been [completely renovated|fully renovated|completely remodeled|totally redone|"
                "redone top to bottom|fully updated|gutted and rebuilt like new|fully restored|"
                "meticulously maintained]"
            ),
            "looks [brand new|like new|like it was built yesterday|immaculate|perfect]",
        ],
        "clause": [
            (
                "it's [immaculate|in mint condition|move-in ready|turnkey|like new|in excellent shape|"
                "in perfect condition|fully renovated|spotless|in great shape|in excellent condition|pristine|"
                "totally remodeled|in great condition|flawless|in top condition|mint]"
            ),
            (
                "everything [is brand new inside|has been redone|has been renovated|is like new|"
                "was just renovated|is top of the line and new|has been updated top to bottom]"
            ),
            "not a thing needs doing",
            "it doesn't need a thing",
            "nothing needs to be done, it's perfect",
            (
                "we [fully renovated it|renovated the whole thing|redid everything|"
                "just finished a full renovation|gutted it and redid everything]"
            ),
            "you could move in tomorrow",
        ],
        "tag": [
            "excellent",
            "excellent condition",
            "mint",
            "turnkey",
            "move-in ready",
            "immaculate",
            "excellent cond",
            "like new",
            "fully renovated",
            "pristine",
            "mint condition",
            "excellent shape",
            "turn-key",
            "fully updated",
            "great shape",
            "perfect condition",
            "move in ready",
            "totally remodeled",
            "completely renovated",
            "great condition",
            "exc. cond.",
            "spotless",
            "excellent cond.",
            "in mint condition",
            "top condition",
            "perfect shape",
            "renovated",
            "fully remodeled",
        ],
        "value": [
            "excellent",
            "mint",
            "immaculate",
            "like new",
            "turnkey",
            "Excellent",
            "perfect",
            "pristine",
            "move-in ready",
            "fully renovated",
            "great",
            "excellent condition",
            "mint condition",
            "superb",
            "top",
            "flawless",
            "outstanding",
        ],
    },
}
CONDITION_FRAMES = {
    "clause": [
        (
            "[condition|the condition|overall condition|shape|general condition|state|its condition|"
            "the overall condition|current condition] [is|:|:|=|would be] {value}"
        ),
        "[I'd call|I would call|I'd say|I'd rate|we'd rate|people would call] the condition {value}",
        "[condition-wise|as for condition,|shape-wise] it's {value}",
        "the house {pred}",
        "the place {pred}",
        "{post}",
    ],
    "kv": [
        (
            "[Condition|State|Shape|Cond|Overall condition|Cond.|Property condition|Current condition|"
            "Quality|Home condition|State of repair|Condition of home|condition]\t{value}"
        )
    ],
}
