"""A small llama: RMSNorm, rotary positions on neighbouring pairs (llama.cpp's NORM kind), grouped
key and value heads, SwiGLU, and one matrix for both embedding and output.

Matrix products run in bfloat16 where the processor or GPU has it (``Config.bf16``); parameters,
the residual stream and the loss stay in float32.
"""
import math
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class Config:
    vocab: int = 2048
    dim: int = 256
    layers: int = 6
    heads: int = 8
    kv_heads: int = 4
    ff: int = 768
    context: int = 1024
    theta: float = 10000.0
    eps: float = 1e-5
    bf16: bool = False
    # Classes of facts that a head of its own names at every token, after so many blocks; a help in training
    # only, not exported.
    probes: tuple = ()
    probe_after: int = 4

    def dict(self):
        return asdict(self)


class Norm(torch.autograd.Function):
    """RMSNorm with a backward pass of its own: fewer passes over memory than autograd would make."""

    @staticmethod
    def forward(ctx, x, weight, eps, kind):
        scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True).square_().div_(x.shape[-1]).add_(eps).rsqrt_()
        unit = x * scale
        ctx.save_for_backward(unit, scale, weight)
        return (unit * weight).to(kind)

    @staticmethod
    def backward(ctx, g):
        unit, scale, weight = ctx.saved_tensors
        g = g.float()
        product = g * unit
        g_weight = product.flatten(0, -2).sum(0)
        along = product.matmul(weight).div_(unit.shape[-1]).unsqueeze(-1)
        g_x = torch.addcmul(g * weight, unit, along, value=-1).mul_(scale)
        return g_x, g_weight, None, None


class SwiGLU(torch.autograd.Function):
    """silu(gate) * up over joined columns, worked out in float32: bfloat16 is slow for this on a CPU."""

    @staticmethod
    def forward(ctx, joined):
        both = joined.float()
        gate, up = both.chunk(2, -1)
        s = torch.sigmoid(gate)
        a = gate * s
        ctx.save_for_backward(both, s, a)
        return (a * up).to(joined.dtype)

    @staticmethod
    def backward(ctx, d):
        both, s, a = ctx.saved_tensors
        up = both.chunk(2, -1)[1]
        out = torch.empty(both.shape, dtype=d.dtype, device=d.device)
        d = d.float()
        gate_out, up_out = out.chunk(2, -1)
        up_out.copy_(d * a)
        gate_out.copy_(torch.addcmul(a, a, s, value=-1).add_(s).mul_(d).mul_(up))
        return out


def norm(x, weight, eps, kind=torch.float32):
    return Norm.apply(x, weight, eps, kind)


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        head = c.dim // c.heads
        self.c, self.head = c, head
        self.attn_norm = nn.Parameter(torch.ones(c.dim))
        self.ffn_norm = nn.Parameter(torch.ones(c.dim))
        self.q = nn.Parameter(torch.empty(c.heads * head, c.dim))
        self.k = nn.Parameter(torch.empty(c.kv_heads * head, c.dim))
        self.v = nn.Parameter(torch.empty(c.kv_heads * head, c.dim))
        self.o = nn.Parameter(torch.empty(c.dim, c.heads * head))
        self.gate = nn.Parameter(torch.empty(c.ff, c.dim))
        self.up = nn.Parameter(torch.empty(c.ff, c.dim))
        self.down = nn.Parameter(torch.empty(c.dim, c.ff))

    def forward(self, x, turn, mask, pick=None):
        """``pick`` names the positions (of batch and time as one) whose result is wanted; else all are."""
        c, (b, t, _) = self.c, x.shape
        kind = torch.bfloat16 if c.bf16 else torch.float32
        h = norm(x, self.attn_norm, c.eps, kind)
        w = torch.cat([self.q * self.head**-0.5, self.k, self.v]).to(kind)
        qk, v = F.linear(h, w).split([(c.heads + c.kv_heads) * self.head, c.kv_heads * self.head], -1)
        qk = rotate(qk.float().view(b, t, c.heads + c.kv_heads, self.head), turn).to(kind)
        q, k = qk.split([c.heads, c.kv_heads], 2)
        v = v.view(b, t, c.kv_heads, self.head)
        group = c.heads // c.kv_heads
        # (batch * kv head, group * t, head): query heads of one group share the key head.
        q = (
            q.reshape(b, t, c.kv_heads, group, self.head)
            .permute(0, 2, 3, 1, 4)
            .reshape(b * c.kv_heads, group * t, self.head)
        )
        k = k.permute(0, 2, 3, 1).reshape(b * c.kv_heads, self.head, t)
        v = v.permute(0, 2, 1, 3).reshape(b * c.kv_heads, t, self.head)
        s = torch.bmm(q, k).view(b * c.kv_heads, group, t, t).add_(mask)
        p = torch.softmax(s, -1).view(b * c.kv_heads, group * t, t)
        a = torch.bmm(p, v).view(b, c.kv_heads, group, t, self.head).permute(0, 3, 1, 2, 4).reshape(b, t, -1)
        if pick is not None:
            x, a = (y.reshape(b * t, -1).index_select(0, pick) for y in (x, a))
        x = x + F.linear(a, self.o.to(kind)).float()
        h = norm(x, self.ffn_norm, c.eps, kind)
        h = SwiGLU.apply(F.linear(h, torch.cat([self.gate, self.up]).to(kind)))
        return x + F.linear(h, self.down.to(kind)).float()


def rotate(x, turn):
    """Rotates neighbouring pairs: elements 2i and 2i+1 by the angle of position and i."""
    pairs = torch.view_as_complex(x.view(x.shape[:-1] + (-1, 2)))
    return torch.view_as_real(pairs * turn).flatten(-2)


class Model(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.embed = nn.Parameter(torch.empty(c.vocab, c.dim))
        self.blocks = nn.ModuleList([Block(c) for _ in range(c.layers)])
        self.out_norm = nn.Parameter(torch.ones(c.dim))
        if c.probes:
            self.probe = nn.Parameter(torch.zeros(sum(c.probes), c.dim))
        head = c.dim // c.heads
        freq = c.theta ** (-torch.arange(0, head, 2).float() / head)
        angle = torch.arange(c.context).float()[:, None] * freq
        self.register_buffer("turn", torch.polar(torch.ones_like(angle), angle)[:, None, :], persistent=False)
        nn.init.normal_(self.embed, std=0.02)
        for blk in self.blocks:
            for name, p in blk.named_parameters():
                if p.dim() == 2:
                    scale = 1 / math.sqrt(2 * c.layers) if name in ("o", "down") else 1.0
                    nn.init.normal_(p, std=scale / math.sqrt(p.shape[1]))

    def hidden(self, tokens, pick=None, tap=None):
        """The last block's output; ``tap`` is a list that gets the output of block ``probe_after`` too."""
        t = tokens.shape[1]
        x = F.embedding(tokens, self.embed)
        mask = (
            torch.full((t, t), float("-inf"), device=x.device)
            .triu(1)
            .to(torch.bfloat16 if self.c.bf16 else torch.float32)
        )
        for i, blk in enumerate(self.blocks):
            if tap is not None and i == self.c.probe_after:
                tap.append(x)
            x = blk(x, self.turn[:t], mask, pick if i == self.c.layers - 1 else None)
        return norm(x, self.out_norm, self.c.eps)

    def logits(self, h):
        kind = torch.bfloat16 if self.c.bf16 else torch.float32
        return F.linear(h.to(kind), self.embed.to(kind)).float()

    def loss(self, tokens, learn, facts=None):
        """``(mean cross entropy, loss of the facts, number right, count)`` over the tokens flagged in ``learn``.

        ``learn[b, i]`` says that token i is the model's own; logits are computed only for those. ``facts``
        (batch, time, fields) has the class of the fact that ends at a token, negative where it does not count.
        """
        pick = learn[:, 1:].reshape(-1).nonzero().squeeze(1)
        tap = [] if facts is not None and self.c.probes else None
        h = self.hidden(tokens[:, :-1], pick, tap)
        target = tokens[:, 1:].reshape(-1).index_select(0, pick)
        logits = self.logits(h)
        mean = F.cross_entropy(logits, target)
        help = self._facts(tap[0], facts[:, :-1]) if tap else torch.zeros((), device=tokens.device)
        return mean, help, (logits.argmax(-1) == target).sum(), target.numel()

    def _facts(self, x, facts):
        """Cross entropy of the facts: the mean where none ends plus the mean where one does."""
        flat = facts.reshape(-1, facts.shape[-1])
        at = (flat >= 0).any(1).nonzero().squeeze(1)
        flat = flat.index_select(0, at)
        x = norm(x.reshape(-1, x.shape[-1]).index_select(0, at), torch.ones_like(self.out_norm), self.c.eps)
        logits = F.linear(x, self.probe)
        losses = torch.stack(
            [
                F.cross_entropy(part, flat[:, i], ignore_index=-100, reduction="none")
                for i, part in enumerate(logits.split(self.c.probes, 1))
            ],
            1,
        )
        none, some = flat == 0, flat > 0
        return (losses * none).sum() / none.sum().clamp(min=1) + (losses * some).sum() / some.sum().clamp(min=1)


def parameters(model):
    return sum(p.numel() for p in model.parameters())
