"""Trains the language model: seeded, resumable, exportable at any step.

Besides the next token the model learns to name the fact that ends at each of the user's tokens, with a head
of its own that is not exported: the words that state a fact are few, and this tells which they are. The
learning rate rises for a short while, stays high for the first steps and falls to zero.
What is exported is a running average of the weights.
"""
import ctypes
import json
import os
import random
import time
from dataclasses import asdict, dataclass

import torch

import bpe
import data
from house_data import conversations, spans
from house_data.fields import FIELDS
from model import Config, Model, parameters


@dataclass
class Plan:
    seed: int = 20
    vocab: int = 2048
    tokenizer_chats: int = 30000
    dim: int = 192
    layers: int = 6
    heads: int = 6
    kv_heads: int = 3
    ff: int = 576
    context: int = 1024
    train_context: int = 512
    steps: int = 4600
    # (step, share of the full learning rate), straight lines between.
    schedule: tuple = ((0, 1 / 60), (59, 1.0), (400, 1.0), (1200, 0.5), (2000, 0.407), (3800, 0.1544), (4600, 0.0))
    short: float = 0.25
    # Weight of the loss that names the fact at each of the user's tokens.
    facts: float = 0.5
    probe_after: int = 4
    batch_tokens: int = 6144
    lr_muon: float = 0.02
    lr_adam: float = 0.003
    weight_decay: float = 0.05
    average: float = 0.99
    check_every: int = 400
    save_every: int = 100
    threads: int = 2
    workers: int = 0


def has_bf16():
    """Whether bfloat16 products are fast here: a GPU of the last years or a CPU that has them built in."""
    if torch.cuda.is_available():
        return torch.cuda.is_bf16_supported()
    try:
        with open("/proc/cpuinfo") as f:
            return any(x in f.read() for x in ("avx512_bf16", "amx_bf16"))
    except OSError:
        return False


def keep_memory():
    """Tells the C library to keep freed blocks: without it every step maps and faults gigabytes anew."""
    try:
        libc = ctypes.CDLL(None)
        for option, value in ((-3, 1 << 30), (-1, 2147483647), (-2, 1 << 28)):
            libc.mallopt(option, value)
    except (OSError, AttributeError):
        pass


def make_tokenizer(plan, path, log):
    if os.path.exists(path):
        return bpe.Tokenizer.load(path)
    rng = random.Random(plan.seed)
    started = time.time()
    texts = (
        "".join(t for t, _ in conversations.render(*conversations.conversation(rng)))
        for _ in range(plan.tokenizer_chats)
    )
    tokenizer = bpe.train(texts, plan.vocab)
    tokenizer.save(path)
    log("tokenizer: %d tokens in %.0f s" % (len(tokenizer.tokens), time.time() - started))
    return tokenizer


def scale(plan, step):
    points = plan.schedule
    for (a, low), (b, high) in zip(points, points[1:]):
        if step < b:
            return low + (high - low) * (step - a) / (b - a)
    return points[-1][1]


@torch.no_grad()
def exact(model, tokenizer, chats, device, batch=32):
    """Share of chats whose every own token is the model's first choice: what greedy decoding would get."""
    right = []
    rows = [data.encode(tokenizer, c) for c in chats]
    for i in range(0, len(rows), batch):
        tokens, learn, _ = data.pad(rows[i : i + batch], tokenizer.pad, device)
        best = model.logits(model.hidden(tokens[:, :-1])).argmax(-1)
        good = (best == tokens[:, 1:]) | ~learn[:, 1:]
        right += good.all(1).tolist()
    return right


def check_chats(seed, count):
    """Chats of the training kind, never trained on: house questions, one turn, with the answer."""
    rng = random.Random(seed)
    return [
        (None, [conversations.TOOL], conversations.turn(rng, [conversations.TOOL], False, kind="house"))
        for _ in range(count)
    ]


def train(plan, out, resume=False, minutes=None, log=print):
    """Trains and returns ``(model with averaged weights, tokenizer, history)``."""
    os.makedirs(out, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        torch.set_num_threads(plan.threads)
        keep_memory()
    torch.manual_seed(plan.seed)
    bf16 = has_bf16()
    tokenizer = make_tokenizer(plan, os.path.join(out, "tokenizer.json"), log)
    config = Config(
        len(tokenizer.tokens),
        plan.dim,
        plan.layers,
        plan.heads,
        plan.kv_heads,
        plan.ff,
        plan.context,
        bf16=bf16,
        probes=tuple(spans.CLASSES[n] for n in FIELDS) if plan.facts else (),
        probe_after=plan.probe_after,
    )
    model, average = Model(config).to(device), Model(config).to(device)
    average.load_state_dict(model.state_dict())
    from optim import Optimizer

    optimizer = Optimizer(model, plan.lr_muon, plan.lr_adam, plan.weight_decay, bf16)
    batches = data.Batches(
        tokenizer,
        plan.seed,
        plan.batch_tokens,
        plan.train_context,
        short=plan.short,
        device=device,
        workers=plan.workers,
    )
    step, seen, history = 0, 0, []
    wall0, cpu0 = 0.0, 0.0
    path = os.path.join(out, "checkpoint.pt")
    if resume and os.path.exists(path):
        state = torch.load(path, map_location=device)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimizer.restore(state["optimizer"])
        batches.restore(state["batches"])
        step, seen, history, wall0, cpu0 = state["step"], state["seen"], state["history"], state["wall"], state["cpu"]
        log("resumed at step %d" % step)
    checks = check_chats(plan.seed + 977, 256)
    log(
        "%.2f M parameters, %s, %s, plan %s"
        % (parameters(model) / 1e6, device, "bfloat16" if bf16 else "float32", json.dumps(asdict(plan)))
    )
    started, cpu_started = time.time(), time.process_time()
    window = []
    mark, mark_seen = time.time(), seen

    def clocks():
        return wall0 + time.time() - started, cpu0 + time.process_time() - cpu_started

    while step < plan.steps:
        tokens, learn, facts = batches.next()
        mean, helping, right, count = model.loss(tokens, learn, facts)
        for p in model.parameters():
            p.grad = None
        (mean + plan.facts * helping).backward()
        optimizer.step(scale(plan, step))
        step += 1
        seen += int((tokens != tokenizer.pad).sum())
        window.append((float(mean), int(right), count, float(helping)))
        decay = min(plan.average, step / (step + 10))
        with torch.no_grad():
            for a, p in zip(average.parameters(), model.parameters()):
                a.lerp_(p, 1 - decay)
        if step % 20 == 0 or step == plan.steps:
            wall, cpu = clocks()
            mean = sum(w[0] for w in window) / len(window)
            row = {
                "step": step,
                "tokens": seen,
                "loss": round(mean, 5),
                "facts": round(sum(w[3] for w in window) / len(window), 5),
                "token_accuracy": round(sum(w[1] for w in window) / sum(w[2] for w in window), 5),
                "wall": round(wall, 1),
                "cpu": round(cpu, 1),
                "lr": round(scale(plan, step - 1), 4),
            }
            rate = (seen - mark_seen) / (time.time() - mark)
            mark, mark_seen, window = time.time(), seen, []
            if step % plan.check_every == 0 or step == plan.steps:
                ok = exact(average, tokenizer, checks, device)
                row["exact"] = round(sum(ok) / len(ok), 4)
                mark = time.time()
            history.append(row)
            log(
                "step %d loss %.4f facts %.4f right %.4f tok/s %.0f wall %.1f min cpu %.1f min%s"
                % (
                    step,
                    mean,
                    row["facts"],
                    row["token_accuracy"],
                    rate,
                    wall / 60,
                    cpu / 60,
                    " exact %.3f" % row["exact"] if "exact" in row else "",
                )
            )
        if minutes and step == 100:
            wall, _ = clocks()
            fits = int(step * minutes * 60 / wall)
            if fits < plan.steps:
                share = max(fits, 102) / plan.steps
                plan.steps = max(fits, 102)
                plan.schedule = tuple((round(at * share) if at > 100 else at, level) for at, level in plan.schedule)
                log("plan: %d steps fit into %.0f minutes" % (plan.steps, minutes))
        if step % plan.save_every == 0 or step == plan.steps:
            wall, cpu = clocks()
            torch.save(
                {
                    "model": model.state_dict(),
                    "average": average.state_dict(),
                    "optimizer": optimizer.state(),
                    "batches": batches.state(),
                    "step": step,
                    "seen": seen,
                    "history": history,
                    "wall": wall,
                    "cpu": cpu,
                    "config": config.dict(),
                    "plan": asdict(plan),
                },
                path + ".new",
            )
            os.replace(path + ".new", path)
    return average, tokenizer, history
