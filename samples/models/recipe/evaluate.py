"""Measures a GGUF through llama.cpp, decoding greedily, the way the sample runs it.

Run alone: ``python3 evaluate.py [MODEL.gguf]`` prints the figures for a model.
"""
import json
import os
import random
import re
import sys

from house_data import conversations as chats, declines, held_out, typos
from house_data.fields import FIELDS

HERE = os.path.dirname(os.path.abspath(__file__))


def prompt(messages, system=None, tools=(chats.TOOL,)):
    return "".join(t for t, _ in chats.render(system, list(tools), messages, generation_prompt=True))


def parse_call(text):
    """The arguments of a call, exactly in the agreed format, or ``None``."""
    m = re.fullmatch(r"<tool_call>\n(\{.*\})\n</tool_call>", text, re.S)
    if not m:
        return None
    try:
        call = json.loads(m.group(1))
    except ValueError:
        return None
    return (
        call.get("arguments")
        if isinstance(call, dict) and call.get("name") == chats.TOOL and isinstance(call.get("arguments"), dict)
        else None
    )


def read_rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def calls(model, rows):
    """Judges the calls for ``[{text, arguments}]``: exact, and field by field."""
    exact, wrong = 0, []
    fields = {n: {"stated": 0, "stated_right": 0, "right": 0, "invented": 0} for n in FIELDS}
    outputs = []
    for row in rows:
        text = model.generate(prompt([{"role": "user", "content": row["text"]}]))
        got, want = parse_call(text), row["arguments"]
        outputs.append(got)
        ok = got == want
        exact += ok
        if not ok:
            wrong.append({"text": row["text"], "expected": want, "got": got if got is not None else text})
        for n in FIELDS:
            same = got is not None and got.get(n) == want.get(n)
            fields[n]["right"] += same
            if n in want:
                fields[n]["stated"] += 1
                fields[n]["stated_right"] += same
            elif got and n in got:
                fields[n]["invented"] += 1
    return {
        "count": len(rows),
        "exact": exact,
        "share": round(exact / max(1, len(rows)), 4),
        "fields": fields,
        "wrong": wrong,
    }, outputs


def answers(model, rows, outputs, seed=11):
    """Gives each call a price and judges the sentence: the price to the digit, and the facts named."""
    rng = random.Random(seed)
    count = price_right = facts_right = 0
    wrong = []
    for row, arguments in zip(rows, outputs):
        if not arguments:
            continue
        price = rng.randint(60000, 3500000) if rng.random() < 0.7 else rng.randint(20000, 99999)
        result = ('{"price":%d}' if rng.random() < 0.6 else '{"price": %d}') % price
        text = model.generate(
            prompt(
                [
                    {"role": "user", "content": row["text"]},
                    {"role": "assistant", "call": arguments},
                    {"role": "tool", "content": result},
                ]
            )
        )
        count += 1
        quoted = re.findall(r"\$[\d,]+\d", text) == ["$" + format(price, ",")]
        price_right += quoted
        try:
            facts = text in (chats.answer(price, arguments, 0), chats.answer(price, arguments, 1))
        except (TypeError, ValueError, KeyError):
            facts = False
        facts_right += facts
        if not (quoted and facts):
            wrong.append({"arguments": arguments, "result": result, "answer": text})
    return {
        "count": count,
        "price_exact": price_right,
        "price_share": round(price_right / max(1, count), 4),
        "facts_exact": facts_right,
        "facts_share": round(facts_right / max(1, count), 4),
        "wrong": wrong,
    }


def replies(model, texts, wanted, tools=(chats.TOOL,)):
    wrong = []
    for text in texts:
        got = model.generate(prompt([{"role": "user", "content": text}], tools=tools))
        if got != wanted:
            wrong.append({"text": text, "got": got})
    return {
        "count": len(texts),
        "right": len(texts) - len(wrong),
        "calls": sum("<tool_call>" in w["got"] for w in wrong),
        "wrong": wrong,
    }


def second_turns(model, seed=23, count=100):
    """A held-out house after another one: the arguments must be the second's alone."""
    rng, right, wrong = random.Random(seed), 0, []
    houses = held_out.sentences(2 * count, seed)
    for (first, a1), (second, a2) in zip(houses[::2], houses[1::2]):
        price = rng.randint(60000, 3500000)
        got = parse_call(
            model.generate(
                prompt(
                    [
                        {"role": "user", "content": first},
                        {"role": "assistant", "call": a1},
                        {"role": "tool", "content": '{"price":%d}' % price},
                        {"role": "assistant", "content": chats.answer(price, a1)},
                        {"role": "user", "content": second},
                    ]
                )
            )
        )
        right += got == a2
        if got != a2:
            wrong.append({"text": second, "expected": a2, "got": got})
    return {"count": count, "right": right, "wrong": wrong}


def evaluate(path, rows, threads=1, log=print):
    """All figures for one GGUF; ``rows`` are the held-out sentences with their arguments."""
    import llama_native

    model = llama_native.Model(path, threads=threads)
    out = {}
    out["held_out"], got = calls(model, rows)
    log("held-out: %d of %d exact" % (out["held_out"]["exact"], out["held_out"]["count"]))
    out["answers"] = answers(model, rows, got)
    log(
        "answers: price %d, facts %d of %d"
        % (out["answers"]["price_exact"], out["answers"]["facts_exact"], out["answers"]["count"])
    )
    for name in ("handwritten", "development"):
        written = read_rows(os.path.join(HERE, "house_data", name + ".jsonl"))
        out[name], _ = calls(model, [r for r in written if r["arguments"] is not None])
        log("%s: %d of %d exact" % (name, out[name]["exact"], out[name]["count"]))
        out[name + "_declined"] = replies(
            model, [r["text"] for r in written if r["arguments"] is None], declines.DECLINE
        )
    out["declined"] = replies(model, held_out.lines("OTHER"), declines.DECLINE)
    out["asked_for_facts"] = replies(model, held_out.lines("NO_FACTS"), declines.NEED_FACTS)
    out["without_tool"] = replies(model, [r["text"] for r in rows[:50]], declines.NO_TOOL, tools=())
    failed = []
    for row, arguments in list(zip(rows, got))[:50]:
        if arguments:
            text = model.generate(
                prompt(
                    [
                        {"role": "user", "content": row["text"]},
                        {"role": "assistant", "call": arguments},
                        {"role": "tool", "content": '{"error":"the price model is not loaded"}'},
                    ]
                )
            )
            failed.append(text == declines.FAILED)
    out["tool_failed"] = {"count": len(failed), "right": sum(failed)}
    out["second_turn"] = second_turns(model)
    for k in ("handwritten_declined", "declined", "asked_for_facts", "without_tool", "tool_failed", "second_turn"):
        log("%s: %d of %d" % (k, out[k]["right"], out[k]["count"]))
    rng = random.Random(31)
    rough = [
        {"text": typos.misspell(rng, text, 0.12), "arguments": arguments}
        for text, arguments in held_out.sentences(200, 31)
    ]
    out["held_out_misspelt"], _ = calls(model, rough)
    log(
        "held-out, one word in eight misspelt: %d of %d exact"
        % (out["held_out_misspelt"]["exact"], out["held_out_misspelt"]["count"])
    )
    model.close()
    return out


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "house-assistant-q8_0.gguf")
    figures = evaluate(
        os.path.abspath(target),
        read_rows(os.path.join(HERE, "..", "house-assistant.heldout.jsonl"))
        if len(sys.argv) <= 2
        else read_rows(sys.argv[2]),
    )
    for name in ("development",):
        for w in figures[name]["wrong"]:
            print(json.dumps(w, ensure_ascii=False))
