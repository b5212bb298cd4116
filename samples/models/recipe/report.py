"""Writes the report beside the models: loss.png, report.md, report.json."""
import json
import os

from house_data.fields import FIELDS


def _curve(path, history):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, left = plt.subplots(figsize=(8, 4.5), dpi=110)
    steps = [h["step"] for h in history]
    left.plot(steps, [h["loss"] for h in history], color="tab:blue", linewidth=1)
    left.set_yscale("log")
    left.set_xlabel("step")
    left.set_ylabel("training loss per token (log scale)", color="tab:blue")
    right = left.twinx()
    checked = [h for h in history if "exact" in h]
    right.plot(
        [h["step"] for h in checked], [100 * h["exact"] for h in checked], "o-", color="tab:orange", markersize=3
    )
    right.set_ylim(0, 101)
    right.set_ylabel("fresh training-style messages exactly right, %", color="tab:orange")
    left.set_title("House Assistant: training")
    figure.tight_layout()
    figure.savefig(path)
    plt.close(figure)


def _percent(right, count):
    return "%.1f %%" % (100.0 * right / count) if count else "-"


def _without_texts(figures):
    """The figures without the failures of the test sets, which nobody who changes the generator should read."""
    return {
        name: {k: v for k, v in part.items() if k != "wrong" or name == "development"}
        for name, part in figures.items()
    }


def write(folder, figures, history, run, price):
    """``figures`` come from :mod:`evaluate`, ``run`` says how the training went, ``price`` is the price model's."""
    os.makedirs(folder, exist_ok=True)
    _curve(os.path.join(folder, "loss.png"), history)
    with open(os.path.join(folder, "report.json"), "w", encoding="utf-8") as f:
        json.dump(
            {"run": run, "evaluation": _without_texts(figures), "price_model": price, "history": history},
            f,
            indent=1,
            ensure_ascii=False,
        )
        f.write("\n")
    h, a, w = figures["held_out"], figures["answers"], figures["handwritten"]
    lines = [
        "# House Assistant: report",
        "",
        "Everything below was measured on the quantized model through llama.cpp, decoding greedily.",
        "",
        "| Measure | Right | Of | Share |",
        "| --- | --- | --- | --- |",
    ]

    def row(name, right, count):
        lines.append("| %s | %d | %d | %s |" % (name, right, count, _percent(right, count)))

    row("Held-out sentences, all arguments exactly right", h["exact"], h["count"])
    row("Answers that quote the tool's price to the digit", a["price_exact"], a["count"])
    row("Answers that also name exactly the facts used", a["facts_exact"], a["count"])
    row("Hand-written messages (`house_data/handwritten.jsonl`), all arguments exactly right", w["exact"], w["count"])
    row(
        "Hand-written messages looked at during development (`house_data/development.jsonl`)",
        figures["development"]["exact"],
        figures["development"]["count"],
    )
    row(
        "Hand-written other topics: no call made",
        figures["handwritten_declined"]["count"] - figures["handwritten_declined"]["calls"],
        figures["handwritten_declined"]["count"],
    )
    row("Other topics: the decline, word for word", figures["declined"]["right"], figures["declined"]["count"])
    row(
        "Other topics: no call made",
        figures["declined"]["count"] - figures["declined"]["calls"],
        figures["declined"]["count"],
    )
    row(
        "A house without facts: asks for facts, word for word",
        figures["asked_for_facts"]["right"],
        figures["asked_for_facts"]["count"],
    )
    row(
        "A house without facts: no call made",
        figures["asked_for_facts"]["count"] - figures["asked_for_facts"]["calls"],
        figures["asked_for_facts"]["count"],
    )
    row("House but no tool offered: says so", figures["without_tool"]["right"], figures["without_tool"]["count"])
    row("Tool reports an error: says so", figures["tool_failed"]["right"], figures["tool_failed"]["count"])
    row(
        "A second house in the same chat, exactly right",
        figures["second_turn"]["right"],
        figures["second_turn"]["count"],
    )
    m = figures["held_out_misspelt"]
    row("Held-out phrasings with one word in eight misspelt, exactly right", m["exact"], m["count"])
    for title, part in (("Held-out sentences by field", h), ("Hand-written messages by field", w)):
        lines += [
            "",
            "## " + title,
            "",
            "*Right* counts a field that is stated and sent exactly, or not stated and not sent.",
            "",
            "| Field | Stated | Stated and sent right | Right over all | Sent though not stated |",
            "| --- | --- | --- | --- | --- |",
        ]
        for n in FIELDS:
            f = part["fields"][n]
            lines.append(
                "| `%s` | %d | %d (%s) | %s | %d |"
                % (
                    n,
                    f["stated"],
                    f["stated_right"],
                    _percent(f["stated_right"], f["stated"]),
                    _percent(f["right"], part["count"]),
                    f["invented"],
                )
            )
    lines += ["", "## Training", "", "![loss](loss.png)", "", "| | |", "| --- | --- |"]
    for k in (
        "parameters",
        "steps",
        "tokens",
        "last_loss",
        "last_token_accuracy",
        "wall_minutes",
        "cpu_minutes",
        "tokens_per_second",
        "device",
        "precision",
        "threads",
        "seed",
        "torch",
        "bytes_float32",
        "bytes_q8_0",
    ):
        if k in run:
            lines.append(
                "| %s | %s |" % (k.replace("_", " "), format(run[k], ",") if isinstance(run[k], int) else run[k])
            )
    lines += [
        "",
        "## Price model",
        "",
        "```json",
        json.dumps(price, indent=1),
        "```",
        "",
        "## What it gets wrong of the development set",
        "",
        "The failures of the test sets are not listed: whoever reads them and then changes the generator has no test set.",
        "",
    ]
    shown = figures["development"]["wrong"]
    for x in shown:
        lines += [
            "- %s" % json.dumps(x["text"], ensure_ascii=False),
            "  - expected `%s`" % json.dumps(x["expected"]),
            "  - got `%s`" % json.dumps(x["got"]),
        ]
    if not shown:
        lines.append("Nothing.")
    with open(os.path.join(folder, "report.md"), "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
