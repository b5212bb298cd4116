"""Turns generated chats into training batches: tokens, flags of what to learn, little padding.

Data is made fresh for every step from a seed, in pools that are sorted by length so that a batch
holds chats of about one length. A (pool, batch) pair names the place to resume from.
"""
import bisect
import concurrent.futures
import multiprocessing
import random

import torch

from house_data import conversations, spans
from house_data.fields import FIELDS


IGNORE = -100


def encode(tokenizer, conversation, rng=None, dropout=0.0):
    """``(token ids, learn flags, facts)`` of one chat. Merges are dropped in the user's words only.

    ``facts`` has a row of classes (:mod:`house_data.spans`) for every token: the fact that ends there, 0 for
    none, ``IGNORE`` inside a fact and everywhere outside the user's words.
    """
    system, tools, messages = conversation
    ids, learn, facts = [], [], []
    for text, own, message in conversations.segments(system, tools, messages):
        said = message is not None and "facts" in message
        part = tokenizer.encode(text, rng, dropout if said else 0.0)
        ids += part
        learn += [own] * len(part)
        facts += _facts(tokenizer, text, part, message) if said else [(IGNORE,) * len(FIELDS)] * len(part)
    return ids, learn, facts


def _facts(tokenizer, text, part, message):
    rows = [[0] * len(FIELDS) for _ in part]
    marked = message.get("marked")
    if marked is None:
        return rows
    ends, at = [], 0
    for i in part:
        at += tokenizer.width(i)
        ends.append(at)
    lead = len(text[: text.index(message["content"])].encode("utf-8"))
    clean, found = spans.split(marked)
    for field, start, end in found:
        name = FIELDS[field]
        if name not in message["facts"]:
            continue
        first = lead + len(clean[:start].encode("utf-8"))
        final = lead + len(clean[:end].encode("utf-8"))
        a, b = bisect.bisect_right(ends, first), bisect.bisect_left(ends, final)
        for t in range(a, b):
            rows[t][field] = IGNORE
        rows[b][field] = spans.kind(name, message["facts"][name])
    return rows


def pad(rows, pad_id, device="cpu"):
    """``(tokens, learn flags, facts)`` as tensors of one width."""
    width = max(len(row[0]) for row in rows)
    tokens = torch.full((len(rows), width), pad_id, dtype=torch.long)
    flags = torch.zeros((len(rows), width), dtype=torch.bool)
    facts = torch.full((len(rows), width, len(FIELDS)), IGNORE, dtype=torch.long)
    for i, (ids, learn, classes) in enumerate(rows):
        tokens[i, : len(ids)] = torch.tensor(ids)
        flags[i, : len(ids)] = torch.tensor(learn)
        facts[i, : len(ids)] = torch.tensor(classes)
    return tokens.to(device), flags.to(device), facts.to(device)


class Batches:
    """An endless, seeded stream of batches of about ``batch_tokens`` tokens."""

    def __init__(
        self, tokenizer, seed, batch_tokens, context, pool=1536, dropout_share=0.2, short=0.0, device="cpu", workers=0
    ):
        self.tokenizer, self.seed, self.batch_tokens, self.context = tokenizer, seed, batch_tokens, context
        self.pool_size, self.dropout_share, self.device = pool, dropout_share, device
        self.short = short
        self.pool, self.index = 0, 0
        self._ready = None
        #: Processes that make pools ahead; worth it where a GPU takes the batches faster than one process makes them.
        self._processes = (
            concurrent.futures.ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) if workers else None
        )
        self._ahead, self._workers = {}, workers

    def make(self, pool):
        """The batches of a pool, as lists of rows; the same for the same seed and number."""
        rng = random.Random(self.seed * 1000003 + pool)
        rows = []
        while len(rows) < self.pool_size:
            chat = conversations.conversation(rng, short=self.short)
            drop = rng.choice([0.05, 0.1, 0.25]) if rng.random() < self.dropout_share else 0.0
            row = encode(self.tokenizer, chat, rng, drop)
            if len(row[0]) <= self.context:
                rows.append(row)
        rows.sort(key=lambda r: len(r[0]))
        batches, current = [], []
        for row in rows:
            if current and len(row[0]) * (len(current) + 1) > self.batch_tokens:
                batches.append(current)
                current = []
            current.append(row)
        batches.append(current)
        rng.shuffle(batches)
        return batches

    def _fill(self):
        if self._processes is None:
            self._ready = self.make(self.pool)
            return
        arguments = (
            self.tokenizer,
            self.seed,
            self.batch_tokens,
            self.context,
            self.pool_size,
            self.dropout_share,
            self.short,
        )
        for pool in range(self.pool, self.pool + 2 * self._workers):
            if pool not in self._ahead:
                self._ahead[pool] = self._processes.submit(_make, arguments, pool)
        self._ready = self._ahead.pop(self.pool).result()

    def next(self):
        if self._ready is None:
            self._fill()
        while self.index >= len(self._ready):
            self.pool, self.index = self.pool + 1, 0
            self._fill()
        batch = self._ready[self.index]
        self.index += 1
        return pad(batch, self.tokenizer.pad, self.device)

    def state(self):
        return {"pool": self.pool, "index": self.index}

    def restore(self, state):
        self.pool, self.index, self._ready = state["pool"], state["index"], None


def _make(arguments, pool):
    tokenizer, seed, batch_tokens, context, pool_size, dropout_share, short = arguments
    return Batches(tokenizer, seed, batch_tokens, context, pool_size, dropout_share, short).make(pool)
