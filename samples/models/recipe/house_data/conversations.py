"""Wraps messages into chats in the model's own template, piece by piece.

A conversation is a list of turns as the chat template sees them; :func:`render` gives the text in
segments, each with a flag that says whether the model has to learn to write it.
"""
import json

from . import declines, frames, typos
from .fields import FIELDS
from .spans import bare
from .templates import expand, pick

TOOL = "predict_house_price"
IM_START, IM_END = "<|im_start|>", "<|im_end|>"

_SYSTEM = [
    (
        "You [are|'re] [a|the] [helpful|friendly|concise|polite|careful|"
        "professional] [house price assistant|real estate assistant|assistant|assistant for home sellers|"
        "chat bot|property expert]."
    ),
    "You are a helpful assistant.",
    "Answer [briefly|in English|politely|shortly|in one sentence|clearly].",
    ("You [help|assist] [people|customers|home owners|agents|visitors] [price|value|sell] [houses|" "homes|property]."),
    ("[Use|Call] the [tool|tools|pricing tool] [when needed|to estimate prices|if it helps|" "for prices]."),
    "[Estimate|Predict] house prices.",
    "You work for [a real estate agency|Maple Realty|a bank|an insurance company|a property portal].",
    "House Assistant",
    "Be [brief|kind|accurate|polite].",
    "Never invent facts.",
    "The user is [a seller|a buyer|an agent].",
]
_OTHER_TOOLS = [
    "get_weather",
    "search_web",
    "send_email",
    "get_time",
    "calculator",
    "convert_currency",
    "get_mortgage_rate",
    "create_ticket",
    "lookup_address",
]


def system_text(rng):
    text = expand(rng, pick(rng, _SYSTEM))
    while rng.random() < 0.45:
        text += " " + expand(rng, pick(rng, _SYSTEM))
    return text


def call_json(arguments, name=TOOL):
    return '{"name": "%s", "arguments": %s}' % (name, json.dumps(arguments))


def fact_phrases(arguments):
    """The facts of a call as the answer names them, in the canonical order."""
    out = []
    for name in FIELDS:
        if name not in arguments:
            continue
        v = arguments[name]
        if name == "sqft":
            out.append(format(v, ",") + " sq ft")
        elif name == "bedrooms":
            out.append("a studio layout" if v == 0 else "%d bedroom%s" % (v, "" if v == 1 else "s"))
        elif name == "bathrooms":
            out.append("%s bathroom%s" % (v, "" if v == 1 else "s"))
        elif name == "year_built":
            out.append("built in %d" % v)
        elif name == "location":
            out.append("a %s location" % v)
        elif name == "condition":
            out.append("%s condition" % v)
        elif name == "lot_sqft":
            out.append("a %s sq ft lot" % format(v, ","))
        else:
            out.append("no garage" if v == 0 else "a %d-car garage" % v)
    return out


def join_facts(facts):
    return facts[0] if len(facts) == 1 else ", ".join(facts[:-1]) + " and " + facts[-1]


def answer(price, arguments, form=0):
    """The model's last word: the price and the facts it rests on."""
    facts = join_facts(fact_phrases(arguments))
    money = "$" + format(price, ",")
    if form == 0:
        return "The estimated price is %s, based on %s." % (money, facts)
    return "I estimate this house at %s. That is based on %s." % (money, facts)


def tool_result(rng):
    """A result of the tool: ``(text, price or None)``."""
    r = rng.random()
    if r < 0.06:
        message = pick(
            rng,
            [
                "model not loaded",
                "timeout",
                "internal error",
                "invalid arguments",
                "the model file is missing",
                "service unavailable",
                "could not read sqft",
                "year_built out of range",
                "connection refused",
                "unknown error",
                "sqft must be positive",
                "bad request",
                "no model",
            ],
        )
        return (json.dumps({"error": message}) if rng.random() < 0.5 else '{"error":"%s"}' % message), None
    digits = rng.choices([5, 6, 7], [2, 6, 2])[0]
    price = rng.randint(10 ** (digits - 1), min(10**digits - 1, 3999999))
    if rng.random() < 0.1:
        price = max(10000, price // 1000 * 1000)
    return ('{"price":%d}' if rng.random() < 0.6 else '{"price": %d}') % price, price


def turn(rng, tools, with_answer, kind=None, noise=None, short=0.0):
    """One exchange as ``(messages)`` of the chat template's shape."""
    has_tool = TOOL in tools
    kind = kind or rng.choices(["house", "other", "no_facts", "hello"], [86, 8.5, 4, 1.5])[0]
    if kind == "house":
        text, arguments = frames.write_short(rng) if short and rng.random() < short else frames.write(rng, noise)
        text = typos.roughen(rng, text)
        user = {"role": "user", "content": bare(text), "marked": text, "facts": arguments}
        if not has_tool:
            return [user, {"role": "assistant", "content": declines.NO_TOOL}]
        out = [user, {"role": "assistant", "call": arguments}]
        if with_answer:
            result, price = tool_result(rng)
            out.append({"role": "tool", "content": result})
            form = 0 if rng.random() < 0.75 else 1
            out.append(
                {"role": "assistant", "content": declines.FAILED if price is None else answer(price, arguments, form)}
            )
        return out
    make, reply = {
        "other": (declines.other, declines.DECLINE),
        "no_facts": (declines.no_facts, declines.NEED_FACTS if has_tool else declines.NO_TOOL),
        "hello": (declines.hello, declines.GREETING),
        "bye": (declines.bye, declines.THANKS),
    }[kind]
    return [
        {"role": "user", "content": typos.roughen(rng, make(rng)), "facts": {}},
        {"role": "assistant", "content": reply},
    ]


def conversation(rng, answer_share=0.3, short=0.0):
    """A whole chat: ``(system text or None, tool names, messages)``; ``short`` is the share of very short
    messages."""
    system = system_text(rng) if rng.random() < 0.10 else None
    r = rng.random()
    tools = [TOOL]
    if r < 0.05:
        tools = []
    elif r < 0.06:
        tools = [pick(rng, _OTHER_TOOLS)]
    elif r < 0.08:
        tools = [TOOL, pick(rng, _OTHER_TOOLS)]
        rng.shuffle(tools)
    two = rng.random() < 0.10
    messages = turn(rng, tools, with_answer=two or rng.random() < answer_share, short=short)
    if two:
        kind = rng.choices(["house", "other", "no_facts", "bye"], [70, 12, 5, 13])[0]
        messages += turn(rng, tools, with_answer=rng.random() < 0.35, kind=kind, short=short)
    return system, tools, messages


def segments(system, tools, messages, generation_prompt=False):
    """The chat template in Python: ``[(text, learn, message or None)]``; the last is set for what a user said."""
    out = []
    if system is not None or tools:
        head = IM_START + "system\n" + (system or "")
        if tools:
            head += "<tools>" + ",".join(tools) + "</tools>"
        out.append((head + IM_END + "\n", False, None))
    for m in messages:
        if m["role"] == "user":
            out.append((IM_START + "user\n" + m["content"] + IM_END + "\n", False, m))
        elif m["role"] == "tool":
            out.append(
                (
                    IM_START + "user\n<tool_response>\n" + m["content"] + "\n</tool_response>" + IM_END + "\n",
                    False,
                    None,
                )
            )
        else:
            out.append((IM_START + "assistant\n", False, None))
            body = "<tool_call>\n" + call_json(m["call"]) + "\n</tool_call>" if "call" in m else m["content"]
            out.append((body + IM_END, True, None))
            out.append(("\n", False, None))
    if generation_prompt:
        out.append((IM_START + "assistant\n", False, None))
    elif out and out[-1][0] == "\n":
        out.pop()
    return out


def render(system, tools, messages, generation_prompt=False):
    """``[(text, learn)]`` of a chat. Kept equal to ``chat_template.jinja`` by a check."""
    return [(text, learn) for text, learn, _ in segments(system, tools, messages, generation_prompt)]
