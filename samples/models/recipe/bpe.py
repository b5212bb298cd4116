"""A byte-level BPE tokenizer that agrees with llama.cpp's for ``pre = "qwen2"``.

Digits are always single tokens: copying a number is then copying its digits. Merges are learnt from
generated text. ``encode`` optionally drops merges at random, so that the model also sees words in
pieces and is not thrown by words it never met.
"""
import json
import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache

SPECIALS = [
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<tool_call>",
    "</tool_call>",
    "<tool_response>",
    "</tool_response>",
    "<tools>",
    "</tools>",
]
CONTROL = SPECIALS[:3]


@lru_cache(maxsize=None)
def _ranges(prefix):
    """A regular-expression class body with every code point of a Unicode category group."""
    out, start, previous = [], None, None
    for cp in range(0x110000):
        if not 0xD800 <= cp <= 0xDFFF and unicodedata.category(chr(cp)).startswith(prefix):
            if start is None:
                start = cp
            previous = cp
        elif start is not None:
            out.append((start, previous))
            start = None
    return "".join("\\U%08x-\\U%08x" % r for r in out)


@lru_cache(maxsize=None)
def splitter():
    letter, number = _ranges("L"), _ranges("N")
    space = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
    return re.compile(
        "'(?:[sStTmMdD]|[rR][eE]|[vV][eE]|[lL][lL])"
        "|[^\\r\\n{L}{N}]?[{L}]+|[{N}]| ?[^{S}{L}{N}]+[\\r\\n]*|[{S}]*[\\r\\n]+|[{S}]+(?![^{S}])|[{S}]+".replace(
            "{L}", letter
        )
        .replace("{N}", number)
        .replace("{S}", space)
    )


def byte_alphabet():
    """GPT-2's printable stand-ins for the 256 bytes, in byte order."""
    keep = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    table, extra = {}, 0
    for b in range(256):
        if b in keep:
            table[b] = chr(b)
        else:
            table[b] = chr(256 + extra)
            extra += 1
    return table


class Tokenizer:
    def __init__(self, merges):
        self.alphabet = byte_alphabet()
        self.merges = [tuple(m) for m in merges]
        self.tokens = [self.alphabet[b] for b in range(256)] + [a + b for a, b in self.merges] + SPECIALS
        self.ids = {t: i for i, t in enumerate(self.tokens)}
        self.ranks = {m: i for i, m in enumerate(self.merges)}
        self.special_ids = {s: self.ids[s] for s in SPECIALS}
        self.eos = self.ids["<|im_end|>"]
        self.pad = self.ids["<|endoftext|>"]
        self._special = re.compile("(" + "|".join(re.escape(s) for s in SPECIALS) + ")")
        self._cache = {}
        self._reverse = {c: b for b, c in self.alphabet.items()}

    def _bpe(self, word, rng=None, dropout=0.0):
        parts = list(word)
        while len(parts) > 1:
            best, where = None, -1
            for i in range(len(parts) - 1):
                rank = self.ranks.get((parts[i], parts[i + 1]))
                if rank is not None and (best is None or rank < best) and not (dropout and rng.random() < dropout):
                    best, where = rank, i
            if best is None:
                break
            parts[where : where + 2] = [parts[where] + parts[where + 1]]
        return [self.ids[p] for p in parts]

    def encode_plain(self, text, rng=None, dropout=0.0):
        out = []
        for piece in splitter().findall(text):
            word = "".join(self.alphabet[b] for b in piece.encode("utf-8"))
            if dropout:
                out.extend(self._bpe(word, rng, dropout))
                continue
            ids = self._cache.get(word)
            if ids is None:
                ids = self._cache[word] = self._bpe(word)
                if len(self._cache) > 200000:
                    self._cache.clear()
            out.extend(ids)
        return out

    def encode(self, text, rng=None, dropout=0.0):
        out = []
        for part in self._special.split(text):
            if part in self.special_ids:
                out.append(self.special_ids[part])
            elif part:
                out.extend(self.encode_plain(part, rng, dropout))
        return out

    def width(self, token_id):
        """How many bytes of text a token stands for."""
        return len(self.tokens[token_id])

    def decode(self, ids):
        data = b""
        for i in ids:
            token = self.tokens[i]
            data += token.encode() if token in self.special_ids else bytes(self._reverse[c] for c in token)
        return data.decode("utf-8", "replace")

    def save(self, path):
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"merges": [list(m) for m in self.merges]}, f, ensure_ascii=True)

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as f:
            return Tokenizer(json.load(f)["merges"])


def train(texts, vocab_size, min_count=2):
    """Learns merges from ``texts`` until the vocabulary has ``vocab_size`` tokens, specials included."""
    alphabet = byte_alphabet()
    special = re.compile("|".join(re.escape(s) for s in SPECIALS))
    counts = Counter()
    for text in texts:
        for part in special.split(text):
            counts.update(splitter().findall(part))
    words = [
        (["".join(alphabet[b] for b in bytes([x])) for x in w.encode("utf-8")], c)
        for w, c in counts.items()
        if c >= min_count
    ]
    pairs, where = Counter(), defaultdict(set)
    for i, (parts, c) in enumerate(words):
        for p in zip(parts, parts[1:]):
            pairs[p] += c
            where[p].add(i)
    merges = []
    while len(merges) < vocab_size - 256 - len(SPECIALS) and pairs:
        best = max(pairs.items(), key=lambda kv: (kv[1], kv[0]))[0]
        if pairs[best] < min_count:
            break
        merges.append(best)
        joined = best[0] + best[1]
        for i in list(where[best]):
            parts, c = words[i]
            for p in zip(parts, parts[1:]):
                pairs[p] -= c
                if pairs[p] <= 0:
                    del pairs[p]
                where[p].discard(i)
            j, new = 0, []
            while j < len(parts):
                if j + 1 < len(parts) and parts[j] == best[0] and parts[j + 1] == best[1]:
                    new.append(joined)
                    j += 2
                else:
                    new.append(parts[j])
                    j += 1
            parts[:] = new
            for p in zip(parts, parts[1:]):
                pairs[p] += c
                where[p].add(i)
    return Tokenizer(merges)
