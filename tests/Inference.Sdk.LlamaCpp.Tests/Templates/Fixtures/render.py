"""Renders snippets.txt with Jinja2 set up as Hugging Face's transformers sets it up, and writes snippets.json.

Needs Python 3.11 or later and Jinja2 3.1. Run it in this folder after changing snippets.txt: one template a line, with
newlines written as the two characters \\n (a backslash before the n) and backslashes doubled."""
import copy
import datetime
import json

import jinja2
from jinja2.ext import Extension, loopcontrols
from jinja2.nodes import CallBlock
from jinja2.sandbox import ImmutableSandboxedEnvironment

CONTEXT = {
    "s": "Hello World",
    "u": "na\u00efve \u65e5\u672c \U0001f469 end",
    "n": 7,
    "f": 2.5,
    "t": True,
    "none_value": None,
    "l": [3, 1, 2],
    "words": ["pear", "Apple", "fig"],
    "d": {"b": 1, "a": "x", "items": [1, 2]},
    "empty": [],
    "users": [
        {"name": "ann", "age": 30, "tags": ["x", "y"]},
        {"name": "Bob", "age": 25, "tags": []},
        {"name": "cid", "age": 30},
    ],
    "nested": {"x": {"y": [{"z": 1.0}]}, "text": "a<b>&'\"\n\u00e9"},
}


class Generation(Extension):
    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return CallBlock(self.call_method("_run"), [], [], body).set_lineno(line)

    def _run(self, caller):
        return caller()


def raise_exception(message):
    raise jinja2.exceptions.TemplateError(message)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def strftime_now(format):
    return datetime.datetime(2026, 1, 15, 9, 30).strftime(format)


environment = ImmutableSandboxedEnvironment(
    trim_blocks=True, lstrip_blocks=True, extensions=[Generation, loopcontrols])
environment.filters["tojson"] = tojson
environment.globals["raise_exception"] = raise_exception
environment.globals["strftime_now"] = strftime_now


def render(source):
    try:
        return {"text": environment.from_string(source).render(**copy.deepcopy(CONTEXT))}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def main():
    with open("snippets.txt", encoding="utf-8", newline="\n") as lines:
        sources = [line.rstrip("\n").replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\") for line in lines]
    cases = [{"source": source, "expected": render(source)} for source in sources if source]
    with open("snippets.json", "w", encoding="utf-8", newline="\n") as file:
        json.dump({"context": CONTEXT, "cases": cases}, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
