"""Muon for the matrices of the blocks, Adam for the rest.

Muon replaces the momentum of a matrix by the nearest orthogonal one (five Newton-Schulz steps). On a
model of this size it needs markedly fewer steps than Adam alone; the matrices of one shape are handled
together, so it costs little.
"""
from collections import defaultdict

import torch


@torch.no_grad()
def orthogonalise(g, kind):
    """Newton-Schulz iteration on a stack of matrices (n, rows, columns)."""
    x = g.to(kind)
    x = x / (x.float().flatten(1).norm(dim=1).view(-1, 1, 1).to(kind) + 1e-7)
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.transpose(1, 2).contiguous()
    for _ in range(5):
        a = torch.bmm(x, x.transpose(1, 2))
        b = -4.7750 * a + 2.0315 * torch.bmm(a, a)
        x = 3.4445 * x + torch.bmm(b, x)
    return (x.transpose(1, 2) if tall else x).float()


class Optimizer:
    def __init__(self, model, lr_muon, lr_adam, decay, bf16):
        self.kind = torch.bfloat16 if bf16 else torch.float32
        self.matrices, self.rest = defaultdict(list), []
        for name, p in model.named_parameters():
            if p.dim() == 2 and "blocks" in name:
                self.matrices[tuple(p.shape)].append(p)
            else:
                self.rest.append(p)
        self.adam = torch.optim.AdamW(self.rest, lr=lr_adam, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0)
        self.momentum = {
            shape: torch.zeros((len(ps),) + shape, device=ps[0].device) for shape, ps in self.matrices.items()
        }
        self.lr_muon, self.lr_adam, self.decay = lr_muon, lr_adam, decay

    @torch.no_grad()
    def step(self, scale):
        for shape, ps in self.matrices.items():
            g = torch.stack([p.grad for p in ps])
            m = self.momentum[shape]
            m.lerp_(g, 0.05)
            update = orthogonalise(g.lerp(m, 0.95), self.kind)
            lr = self.lr_muon * scale * max(1.0, shape[0] / shape[1]) ** 0.5
            for p, u in zip(ps, update):
                p.mul_(1 - self.lr_muon * scale * self.decay).add_(u, alpha=-lr)
        for group in self.adam.param_groups:
            group["lr"] = self.lr_adam * scale
        self.adam.step()

    def state(self):
        return {"adam": self.adam.state_dict(), "momentum": {str(k): v for k, v in self.momentum.items()}}

    def restore(self, state):
        self.adam.load_state_dict(state["adam"])
        for k in self.momentum:
            self.momentum[k].copy_(state["momentum"][str(k)])
