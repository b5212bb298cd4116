using Inference.Sdk.LlamaCpp.Gguf;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>Reads the facts of a GGUF file from its header, without native code and without its weights.</summary>
internal static class GgufInspection
{
    public static GgufFacts Inspect(string path, int? context, int sequences)
    {
        GgufInfo info = GgufInfo.Read(path);
        return new GgufFacts
        {
            Name = info.Name,
            ModelVersion = info.ModelVersion,
            Architecture = info.Architecture,
            Quantization = info.Quantization,
            FormatVersion = info.Version,
            Parameters = info.ParameterCount,
            TensorCount = info.Tensors.Count,
            TensorTypes =
            [
                .. info.Tensors
                    .GroupBy(t => t.TypeName)
                    .Select(g => new TensorTypeFacts(g.Key, g.Count(), g.Sum(t => t.ByteLength)))
                    .OrderByDescending(t => t.Bytes),
            ],
            TrainingContext = info.ContextLength,
            Layers = info.Layers,
            EmbeddingLength = info.EmbeddingLength,
            Heads = info.Metadata.GetInt64($"{info.Architecture}.attention.head_count"),
            Vocabulary = info.VocabularySize,
            Tokenizer = info.TokenizerModel,
            HasChatTemplate = info.ChatTemplate is not null,
            Memory = MemoryModel.Compute(info, context, sequences),
            Metadata = info.Metadata.Values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
        };
    }
}
