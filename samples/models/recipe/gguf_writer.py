"""Writes a trained model as GGUF version 3 (float32), with its tokenizer and chat template.

Only the standard library and numpy: the format is a header, typed key-value pairs, tensor
descriptions and aligned tensor data. Quantizing is left to llama.cpp's own quantizer.
"""
import struct

import numpy as np

ALIGNMENT = 32
U32, F32, BOOL, STRING, ARRAY, I32 = 4, 6, 7, 8, 9, 5
NORMAL, CONTROL, USER_DEFINED = 1, 3, 4


def _string(text):
    data = text.encode("utf-8")
    return struct.pack("<Q", len(data)) + data


def _value(kind, value):
    if kind == STRING:
        return _string(value)
    if kind == ARRAY:
        inner, items = value
        return struct.pack("<IQ", inner, len(items)) + b"".join(_value(inner, v) for v in items)
    return struct.pack({U32: "<I", I32: "<i", F32: "<f", BOOL: "<?"}[kind], value)


def write(path, metadata, tensors):
    """``metadata`` is ``[(key, type, value)]``; ``tensors`` is ``[(name, float array)]``."""
    with open(path, "wb") as f:
        f.write(struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata)))
        for key, kind, value in metadata:
            f.write(_string(key) + struct.pack("<I", kind) + _value(kind, value))
        offset = 0
        for name, array in tensors:
            # ggml counts dimensions from the innermost.
            f.write(
                _string(name)
                + struct.pack("<I", array.ndim)
                + b"".join(struct.pack("<Q", d) for d in reversed(array.shape))
                + struct.pack("<IQ", 0, offset)
            )
            offset += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
        f.write(b"\0" * (-f.tell() % ALIGNMENT))
        for name, array in tensors:
            f.write(array.tobytes())
            f.write(b"\0" * (-array.nbytes % ALIGNMENT))


def export(path, model, tokenizer, template, version="1.0.0"):
    """Writes ``model`` in llama.cpp's names. Rotary pairs are neighbours on both sides: nothing is permuted."""
    from bpe import CONTROL as control_tokens, SPECIALS

    c = model.c
    kinds = [NORMAL] * len(tokenizer.tokens)
    for s in SPECIALS:
        kinds[tokenizer.ids[s]] = CONTROL if s in control_tokens else USER_DEFINED
    millions = sum(p.numel() for n, p in model.named_parameters() if n != "probe") / 1e6
    metadata = [
        ("general.architecture", STRING, "llama"),
        ("general.type", STRING, "model"),
        ("general.name", STRING, "House Assistant"),
        ("general.version", STRING, version),
        ("general.license", STRING, "MIT"),
        ("general.size_label", STRING, "%.1fM" % millions),
        ("general.file_type", U32, 0),
        (
            "general.description",
            STRING,
            "Turns English about a house into a call of the tool predict_house_price, and the tool's result"
            " into a sentence. Trained on generated text only.",
        ),
        ("llama.vocab_size", U32, c.vocab),
        ("llama.context_length", U32, c.context),
        ("llama.embedding_length", U32, c.dim),
        ("llama.block_count", U32, c.layers),
        ("llama.feed_forward_length", U32, c.ff),
        ("llama.attention.head_count", U32, c.heads),
        ("llama.attention.head_count_kv", U32, c.kv_heads),
        ("llama.rope.dimension_count", U32, c.dim // c.heads),
        ("llama.rope.freq_base", F32, c.theta),
        ("llama.attention.layer_norm_rms_epsilon", F32, c.eps),
        ("tokenizer.ggml.model", STRING, "gpt2"),
        ("tokenizer.ggml.pre", STRING, "qwen2"),
        ("tokenizer.ggml.tokens", ARRAY, (STRING, tokenizer.tokens)),
        ("tokenizer.ggml.token_type", ARRAY, (I32, kinds)),
        ("tokenizer.ggml.merges", ARRAY, (STRING, [a + " " + b for a, b in tokenizer.merges])),
        ("tokenizer.ggml.bos_token_id", U32, tokenizer.pad),
        ("tokenizer.ggml.eos_token_id", U32, tokenizer.eos),
        ("tokenizer.ggml.eot_token_id", U32, tokenizer.eos),
        ("tokenizer.ggml.padding_token_id", U32, tokenizer.pad),
        ("tokenizer.ggml.add_bos_token", BOOL, False),
        ("tokenizer.chat_template", STRING, template),
    ]
    numpy = lambda p: np.ascontiguousarray(p.detach().float().cpu().numpy().astype("<f4"))
    tensors = [("token_embd.weight", numpy(model.embed)), ("output_norm.weight", numpy(model.out_norm))]
    names = {
        "attn_norm": "attn_norm",
        "q": "attn_q",
        "k": "attn_k",
        "v": "attn_v",
        "o": "attn_output",
        "ffn_norm": "ffn_norm",
        "gate": "ffn_gate",
        "up": "ffn_up",
        "down": "ffn_down",
    }
    for i, block in enumerate(model.blocks):
        tensors += [("blk.%d.%s.weight" % (i, names[n]), numpy(p)) for n, p in block.named_parameters()]
    write(path, metadata, tensors)
