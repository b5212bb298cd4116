"""The few calls of llama.cpp's C library that the recipe needs, over ctypes.

The library is found in the folder named by ``INFERENCE_LLAMACPP_PATH``, else where this repository's
build puts it. Layouts are those of release b10361; another release is refused.
"""
import ctypes as C
import glob
import os
import struct

RELEASE = "b10361"
_HERE = os.path.dirname(os.path.abspath(__file__))
_IN_REPOSITORY = os.path.join(
    _HERE,
    "..",
    "..",
    "..",
    "src",
    "Inference.Sdk.LlamaCpp.Runtime.Cpu",
    "node_modules",
    "@node-llama-cpp",
    "linux-x64",
    "bins",
    "linux-x64",
)
Q8_0 = 7


def _by_value(size):
    return type("Bytes%d" % size, (C.Structure,), {"_fields_": [("words", C.c_uint64 * (size // 8))]})


_Model72, _Context160, _Quantize56 = _by_value(72), _by_value(160), _by_value(56)


class _Batch(C.Structure):
    _fields_ = [
        ("n_tokens", C.c_int32),
        ("token", C.c_void_p),
        ("embd", C.c_void_p),
        ("pos", C.c_void_p),
        ("n_seq_id", C.c_void_p),
        ("seq_id", C.c_void_p),
        ("logits", C.c_void_p),
    ]


_LOG = C.CFUNCTYPE(None, C.c_int, C.c_char_p, C.c_void_p)


def folder():
    path = os.environ.get("INFERENCE_LLAMACPP_PATH") or _IN_REPOSITORY
    if not glob.glob(os.path.join(path, "libllama.%s.so" % RELEASE)):
        raise SystemExit(
            "llama.cpp %s was not found in %s.\n"
            "Run 'dotnet build' in the repository's root once (it fetches the library), or set INFERENCE_LLAMACPP_PATH."
            % (RELEASE, os.path.normpath(path))
        )
    return os.path.abspath(path)


class Library:
    """llama.cpp itself, loaded once."""

    _loaded = None

    def __new__(cls):
        if cls._loaded is None:
            cls._loaded = super().__new__(cls)
            cls._loaded._open()
        return cls._loaded

    def _open(self):
        path = folder()
        ggml = C.CDLL(os.path.join(path, "libggml.%s.so" % RELEASE), C.RTLD_GLOBAL)
        self.lib = lib = C.CDLL(os.path.join(path, "libllama.%s.so" % RELEASE))
        self.messages = []
        self._callback = _LOG(
            lambda level, text, _: self.messages.append((text or b"").decode("utf-8", "replace"))
            if level >= 3
            else None
        )
        lib.llama_log_set.argtypes = [_LOG, C.c_void_p]
        lib.llama_log_set(self._callback, None)
        ggml.ggml_backend_load_all_from_path.argtypes = [C.c_char_p]
        ggml.ggml_backend_load_all_from_path(path.encode())
        lib.llama_backend_init()
        for name, result, arguments in (
            ("llama_model_default_params", _Model72, []),
            ("llama_context_default_params", _Context160, []),
            ("llama_model_quantize_default_params", _Quantize56, []),
            ("llama_model_load_from_file", C.c_void_p, [C.c_char_p, _Model72]),
            ("llama_model_free", None, [C.c_void_p]),
            ("llama_model_get_vocab", C.c_void_p, [C.c_void_p]),
            ("llama_init_from_model", C.c_void_p, [C.c_void_p, _Context160]),
            ("llama_free", None, [C.c_void_p]),
            ("llama_vocab_n_tokens", C.c_int32, [C.c_void_p]),
            (
                "llama_tokenize",
                C.c_int32,
                [C.c_void_p, C.c_char_p, C.c_int32, C.c_void_p, C.c_int32, C.c_bool, C.c_bool],
            ),
            ("llama_token_to_piece", C.c_int32, [C.c_void_p, C.c_int32, C.c_char_p, C.c_int32, C.c_int32, C.c_bool]),
            ("llama_vocab_is_eog", C.c_bool, [C.c_void_p, C.c_int32]),
            ("llama_decode", C.c_int32, [C.c_void_p, _Batch]),
            ("llama_get_logits_ith", C.POINTER(C.c_float), [C.c_void_p, C.c_int32]),
            ("llama_get_memory", C.c_void_p, [C.c_void_p]),
            ("llama_memory_clear", None, [C.c_void_p, C.c_bool]),
            ("llama_model_quantize", C.c_uint32, [C.c_char_p, C.c_char_p, C.POINTER(_Quantize56)]),
            ("llama_model_chat_template", C.c_char_p, [C.c_void_p, C.c_char_p]),
        ):
            f = getattr(lib, name)
            f.restype, f.argtypes = result, arguments
        # The defaults double as a check of the layout.
        m, c = bytes(lib.llama_model_default_params()), bytes(lib.llama_context_default_params())
        if struct.unpack_from("<iii", m, 16) != (-1, 1, 1) or struct.unpack_from("<IIII", c, 0) != (512, 2048, 512, 1):
            raise SystemExit("the library in %s does not have the layout of llama.cpp %s" % (path, RELEASE))

    def quantize(self, source, target, kind=Q8_0, threads=2):
        params = self.lib.llama_model_quantize_default_params()
        struct.pack_into("<ii", params, 0, threads, kind)
        if self.lib.llama_model_quantize(source.encode(), target.encode(), C.byref(params)) != 0:
            raise RuntimeError("llama.cpp could not quantize %s: %s" % (source, "".join(self.messages[-3:])))


class Model:
    """A loaded GGUF with one context, for greedy decoding."""

    def __init__(self, path, context=1024, threads=1):
        import numpy

        self._np = numpy
        self.library = Library()
        lib = self.lib = self.library.lib
        params = lib.llama_model_default_params()
        struct.pack_into("<i", params, 16, 0)  # no layers on a GPU
        self.model = lib.llama_model_load_from_file(path.encode(), params)
        if not self.model:
            raise RuntimeError("llama.cpp could not load %s: %s" % (path, "".join(self.library.messages[-3:])))
        self.vocab = lib.llama_model_get_vocab(self.model)
        self.size = lib.llama_vocab_n_tokens(self.vocab)
        params = lib.llama_context_default_params()
        struct.pack_into("<III", params, 0, context, context, min(512, context))
        struct.pack_into("<ii", params, 28, threads, threads)
        self.context = lib.llama_init_from_model(self.model, params)
        if not self.context:
            raise RuntimeError("llama.cpp could not make a context")
        self.limit = context

    def close(self):
        self.lib.llama_free(self.context)
        self.lib.llama_model_free(self.model)

    def chat_template(self):
        return (self.lib.llama_model_chat_template(self.model, None) or b"").decode()

    def tokenize(self, text):
        data = text.encode("utf-8")
        buffer = (C.c_int32 * (len(data) + 8))()
        n = self.lib.llama_tokenize(self.vocab, data, len(data), buffer, len(buffer), False, True)
        if n < 0:
            raise RuntimeError("tokenize failed: %d" % n)
        return list(buffer[:n])

    def pieces(self, ids):
        out = b""
        buffer = C.create_string_buffer(256)
        for i in ids:
            n = self.lib.llama_token_to_piece(self.vocab, i, buffer, 256, 0, True)
            out += buffer.raw[:n]
        return out.decode("utf-8", "replace")

    def _decode(self, ids):
        array = (C.c_int32 * len(ids))(*ids)
        batch = _Batch(len(ids), C.cast(array, C.c_void_p), None, None, None, None, None)
        status = self.lib.llama_decode(self.context, batch)
        if status:
            raise RuntimeError("llama_decode returned %d" % status)
        row = self.lib.llama_get_logits_ith(self.context, -1)
        return self._np.ctypeslib.as_array(row, (self.size,))

    def generate(self, prompt, most=200):
        """Greedy continuation of ``prompt``, special tokens included, without the end token."""
        ids = self.tokenize(prompt)
        self.lib.llama_memory_clear(self.lib.llama_get_memory(self.context), True)
        logits, out = self._decode(ids), []
        while len(out) < most and len(ids) + len(out) < self.limit - 1:
            token = int(logits.argmax())
            if self.lib.llama_vocab_is_eog(self.vocab, token):
                break
            out.append(token)
            logits = self._decode([token])
        return self.pieces(out)
