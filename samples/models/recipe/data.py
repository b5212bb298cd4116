"""Turns generated chats into training batches: tokens, flags of what to learn, little padding.

Data is made fresh for every step from a seed, in pools that are sorted by length so that a batch
holds chats of about one length. A (pool, batch) pair names the place to resume from.
"""
import random

import torch

from house_data import conversations


def encode(tokenizer, conversation, rng=None, dropout=0.0):
    """``(token ids, learn flags)`` of one chat. Merges are dropped in the user's words only."""
    ids, learn = [], []
    for text, own in conversations.render(*conversation):
        drop = dropout if dropout and text.startswith("<|im_start|>user\n") and "<tool_response>" not in text else 0.0
        part = tokenizer.encode(text, rng, drop)
        ids += part
        learn += [own] * len(part)
    return ids, learn


def pad(rows, pad_id, device="cpu"):
    width = max(len(ids) for ids, _ in rows)
    tokens = torch.full((len(rows), width), pad_id, dtype=torch.long)
    flags = torch.zeros((len(rows), width), dtype=torch.bool)
    for i, (ids, learn) in enumerate(rows):
        tokens[i, :len(ids)] = torch.tensor(ids)
        flags[i, :len(ids)] = torch.tensor(learn)
    return tokens.to(device), flags.to(device)


class Batches:
    """An endless, seeded stream of batches of about ``batch_tokens`` tokens."""

    def __init__(self, tokenizer, seed, batch_tokens, context, pool=1536, dropout_share=0.2, short=(0, 0.0), talk=(0, 0.0), device="cpu"):
        self.tokenizer, self.seed, self.batch_tokens, self.context = tokenizer, seed, batch_tokens, context
        self.pool_size, self.dropout_share, self.device = pool, dropout_share, device
        (self.short_from, self.short_share), (self.talk_from, self.talk_share) = short, talk
        self.pool, self.index = 0, 0
        self._ready = None

    def _fill(self):
        rng = random.Random(self.seed * 1000003 + self.pool)
        rows = []
        while len(rows) < self.pool_size:
            chat = conversations.conversation(rng, short=self.short_share if self.pool >= self.short_from else 0.0,
                                              talk=self.talk_share if self.pool >= self.talk_from else 0.0)
            drop = rng.choice([0.05, 0.1, 0.25]) if rng.random() < self.dropout_share else 0.0
            ids, learn = encode(self.tokenizer, chat, rng, drop)
            if len(ids) <= self.context:
                rows.append((ids, learn))
        rows.sort(key=lambda r: len(r[0]))
        batches, current = [], []
        for row in rows:
            if current and len(row[0]) * (len(current) + 1) > self.batch_tokens:
                batches.append(current)
                current = []
            current.append(row)
        batches.append(current)
        rng.shuffle(batches)
        self._ready = batches

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
