namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>A llama model of two layers with random weights: small enough to be written and loaded in milliseconds, and
/// otherwise a model like any other.</summary>
internal static class TinyModel
{
    public const int Embedding = 32;
    public const int Heads = 4;
    public const int KeyHeads = 2;
    public const int FeedForward = 64;
    public const int Layers = 2;
    public const int TrainingContext = 1024;
    public const string ChatTemplate = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}";

    /// <summary>Makes a model with a byte-level BPE vocabulary.</summary>
    public static GgufWriter BytePair(int seed = 1) => WithWeights(TinyVocabulary.BytePair(), seed);

    /// <summary>Makes a model with a SentencePiece vocabulary.</summary>
    public static GgufWriter SentencePiece(int seed = 1) => WithWeights(TinyVocabulary.SentencePiece(), seed);

    private static GgufWriter WithWeights((GgufWriter Writer, int Tokens) vocabulary, int seed)
    {
        (GgufWriter writer, int tokens) = vocabulary;
        var random = new Random(seed);
        writer
            .Set("general.architecture", "llama")
            .Set("general.name", "Tiny")
            .Set("general.file_type", 0u)
            .Set("llama.context_length", (uint)TrainingContext)
            .Set("llama.embedding_length", (uint)Embedding)
            .Set("llama.block_count", (uint)Layers)
            .Set("llama.feed_forward_length", (uint)FeedForward)
            .Set("llama.attention.head_count", (uint)Heads)
            .Set("llama.attention.head_count_kv", (uint)KeyHeads)
            .Set("llama.attention.layer_norm_rms_epsilon", 1e-5f)
            .Set("llama.rope.dimension_count", (uint)(Embedding / Heads))
            .Set("llama.rope.freq_base", 10000f)
            .Set("llama.vocab_size", (uint)tokens);
        const int KeyWidth = Embedding / Heads * KeyHeads;
        Matrix("token_embd.weight", Embedding, tokens);
        Norm("output_norm.weight");
        Matrix("output.weight", Embedding, tokens);
        for (int layer = 0; layer < Layers; layer++)
        {
            string block = $"blk.{layer}.";
            Norm(block + "attn_norm.weight");
            Matrix(block + "attn_q.weight", Embedding, Embedding);
            Matrix(block + "attn_k.weight", Embedding, KeyWidth);
            Matrix(block + "attn_v.weight", Embedding, KeyWidth);
            Matrix(block + "attn_output.weight", Embedding, Embedding);
            Norm(block + "ffn_norm.weight");
            Matrix(block + "ffn_gate.weight", Embedding, FeedForward);
            Matrix(block + "ffn_down.weight", FeedForward, Embedding);
            Matrix(block + "ffn_up.weight", Embedding, FeedForward);
        }

        return writer;

        void Matrix(string name, int columns, int rows) => writer.Tensor(
            name, Enumerable.Range(0, columns * rows).Select(_ => (random.NextSingle() - 0.5f) * 0.6f).ToArray(), columns, rows);

        void Norm(string name) => writer.Tensor(
            name, Enumerable.Range(0, Embedding).Select(_ => 0.5f + random.NextSingle()).ToArray(), Embedding);
    }
}
