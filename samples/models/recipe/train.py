#!/usr/bin/env python3
"""Builds both models of the sample from nothing: data, tokenizer, training, GGUF, quantizing, report.

    python3 train.py                 everything, into samples/models (50 to 90 minutes on two cores)
    python3 train.py --resume        goes on where a stopped run was
    python3 train.py --minutes 40    fewer steps, so that training takes about 40 minutes
    python3 train.py --smoke         a run of about a minute with a toy model, into a temporary folder

The smoke run goes the whole way and exits non-zero if any of it fails; its model is of no use.
"""
import argparse
import json
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
APT = "apt-get install -y python3-torch libopenblas0-pthread python3-numpy python3-matplotlib python3-xgboost"


def require():
    missing = []
    for name in ("torch", "numpy", "matplotlib", "xgboost"):
        try:
            __import__(name)
        except ImportError:
            missing.append(name)
    if missing:
        raise SystemExit(
            "Python packages are missing here (%s): %s.\nOn Debian: %s, and run it with /usr/bin/python3."
            % (sys.executable, ", ".join(missing), APT)
        )


def log(text):
    print(time.strftime("%H:%M:%S"), text, flush=True)


def check(condition, text):
    if not condition:
        raise SystemExit("FAILED: " + text)
    log("ok: " + text)


def template():
    with open(os.path.join(HERE, "chat_template.jinja"), encoding="utf-8") as f:
        return f.read()


def export(model, tokenizer, work, target):
    """Float32 GGUF by our own writer, Q8_0 by llama.cpp's quantizer; returns both sizes."""
    import gguf_writer
    import llama_native

    plain = os.path.join(work, "house-assistant-f32.gguf")
    gguf_writer.export(plain, model, tokenizer, template())
    llama_native.Library().quantize(plain, target)
    return plain


def compare(model, tokenizer, path, chats=400):
    """The GGUF against the model it was written from: tokens of generated text, and next-token scores."""
    import random
    import torch
    import llama_native
    from house_data import conversations

    native = llama_native.Model(path)
    rng = random.Random(5)
    odd = [
        "caf\u00e9 \u00bd acre",
        "\U0001f3e0 \u2013 house\u00a0with  spaces\t\n\n x",
        "3\u5ba4 \u0662 ft\u00b2",
        "I'LL it'S \u2019s",
        "...!!!\r\nend \u2022 x\u2011y",
    ]
    for i in range(chats):
        text = "".join(t for t, _ in conversations.render(*conversations.conversation(rng)))
        if i % 4 == 0:
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(odd) + text[at:]
        if tokenizer.encode(text) != native.tokenize(text):
            raise SystemExit("FAILED: llama.cpp splits this text differently: %r" % text)
    worst = 0.0
    was, model.c.bf16 = model.c.bf16, False
    model = model.float().cpu().eval()
    for _ in range(3):
        ids = tokenizer.encode("".join(t for t, _ in conversations.render(*conversations.conversation(rng))))[:100]
        native.lib.llama_memory_clear(native.lib.llama_get_memory(native.context), True)
        theirs = native._decode(ids).copy()
        with torch.no_grad():
            ours = model.logits(model.hidden(torch.tensor([ids]))[:, -1])[0].numpy()
        worst = max(worst, float(abs(ours - theirs).max() / (abs(ours).max() + 1e-6)))
    model.c.bf16 = was
    native.close()
    check(
        worst < 0.02,
        "llama.cpp tokenizes %d generated chats and scores the next token as we do (largest relative difference %.4f)"
        % (chats, worst),
    )


def smoke(out):
    """A minute's walk through everything with a toy model."""
    import evaluate
    import llama_native
    import price_model
    import report
    import trainer
    from house_data import conversations, held_out

    started = time.time()
    llama_native.folder()
    plan = trainer.Plan(
        vocab=640,
        tokenizer_chats=600,
        dim=64,
        layers=2,
        heads=2,
        kv_heads=1,
        ff=128,
        steps=80,
        schedule=((0, 0.1), (10, 1.0), (40, 1.0), (100, 0.0)),
        batch_tokens=1536,
        probe_after=1,
        check_every=40,
        save_every=40,
    )
    model, tokenizer, history = trainer.train(plan, out, log=log)
    check(
        history[-1]["loss"] < 0.7 * history[0]["loss"],
        "the loss fell from %.2f to %.2f" % (history[0]["loss"], history[-1]["loss"]),
    )
    plan.steps = 90
    _, _, resumed = trainer.train(plan, out, resume=True, log=log)
    check(resumed[-1]["step"] == 90, "a stopped run resumes")
    target = os.path.join(out, "house-assistant-q8_0.gguf")
    plain = export(model, tokenizer, out, target)
    check(os.path.getsize(target) < 0.6 * os.path.getsize(plain), "llama.cpp quantized the model")
    compare(model, tokenizer, plain, 200)
    native = llama_native.Model(target)
    text = native.generate(evaluate.prompt([{"role": "user", "content": "3 bed 2 bath on the coast"}]), 20)
    check(len(text) > 0, "the quantized model generates: %r" % text)
    check(native.chat_template() == template(), "the chat template is in the file")
    rows = [{"text": t, "arguments": a} for t, a in held_out.sentences(5)]
    judged, got = evaluate.calls(native, rows)
    check(judged["count"] == 5 and len(got) == 5, "the evaluation runs")
    native.close()
    check(
        evaluate.parse_call("<tool_call>\n" + conversations.call_json({"sqft": 1850}) + "\n</tool_call>")
        == {"sqft": 1850},
        "calls are read back as written",
    )
    figures = price_model.build(out, count=8000, trees=12, threads=2, log=log, smallest_allowed=None)
    check(figures["all_facts_known"]["r2"] > 0.5, "a small price model learns and round-trips")
    report._curve(os.path.join(out, "loss.png"), history)
    check(os.path.getsize(os.path.join(out, "loss.png")) > 1000, "the loss curve is drawn")
    log("smoke run passed in %.0f s" % (time.time() - started))
    print("1 passed, 0 failed")


def full(out, work, minutes, resume):
    import torch
    import evaluate
    import llama_native
    import price_model
    import report
    import trainer
    from house_data import held_out

    llama_native.folder()
    os.makedirs(out, exist_ok=True)
    price = price_model.build(out, log=log)
    rows = [{"text": t, "arguments": a} for t, a in held_out.sentences()]
    with open(os.path.join(out, "house-assistant.heldout.jsonl"), "w", encoding="utf-8") as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    plan = trainer.Plan()
    model, tokenizer, history = trainer.train(plan, work, resume=resume, minutes=minutes, log=log)
    target = os.path.join(out, "house-assistant-q8_0.gguf")
    plain = export(model, tokenizer, work, target)
    compare(model, tokenizer, plain)
    figures = evaluate.evaluate(target, rows, log=log)
    last = history[-1]
    run = {
        "parameters": sum(p.numel() for p in model.parameters()),
        "steps": last["step"],
        "tokens": last["tokens"],
        "last_loss": last["loss"],
        "last_token_accuracy": last["token_accuracy"],
        "wall_minutes": round(last["wall"] / 60, 1),
        "cpu_minutes": round(last["cpu"] / 60, 1),
        "tokens_per_second": round(last["tokens"] / last["wall"]),
        "device": "GPU" if torch.cuda.is_available() else "CPU",
        "precision": "bfloat16 products" if trainer.has_bf16() else "float32",
        "threads": plan.threads,
        "seed": plan.seed,
        "torch": torch.__version__,
        "plan": dict(vars(plan)),
        "bytes_float32": os.path.getsize(plain),
        "bytes_q8_0": os.path.getsize(target),
    }
    report.write(os.path.join(out, "report"), figures, history, run, price)
    log("written to " + out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--smoke", action="store_true", help="a toy run through everything, in about a minute")
    parser.add_argument("--minutes", type=float, help="shorten the training to about this long")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--out", help="where the models go (default: samples/models; with --smoke a temporary folder)")
    parser.add_argument("--work", help="where checkpoints go (default: the system's temporary folder)")
    arguments = parser.parse_args()
    require()
    if arguments.smoke:
        if arguments.out:
            os.makedirs(arguments.out, exist_ok=True)
            smoke(arguments.out)
        else:
            with tempfile.TemporaryDirectory() as folder:
                smoke(folder)
    else:
        work = arguments.work or os.path.join(tempfile.gettempdir(), "house-assistant-training")
        full(os.path.abspath(arguments.out or os.path.join(HERE, "..")), work, arguments.minutes, arguments.resume)


if __name__ == "__main__":
    main()
