using Inference.Sdk.LlamaCpp.Gguf.Checks;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>Checks a file for what llama.cpp takes for granted. Its own checks are assertions in part, and a failed one
/// ends the process, so that a damaged file must not get that far.</summary>
internal static class GgufModelCheck
{
    /// <summary>Checks a model that is to generate text.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelLoadException">It is damaged, or of a kind that is not supported.</exception>
    public static void Check(GgufFile file)
    {
        var context = new GgufCheckContext(file);
        ArchitectureCheck.Check(context);
        int tokens = TokenizerCheck.Check(context);
        long embedding = HyperparameterCheck.Check(context);
        TensorCheck.Check(context, embedding, tokens);
        AttentionTensors.Check(context);
        Nvfp4Check.Check(context);
        NeededTensors.Check(context);
    }

    /// <summary>Checks a file of which only the vocabulary is wanted.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelLoadException">It is damaged, or of a kind that is not supported.</exception>
    public static void CheckVocabulary(GgufFile file) => TokenizerCheck.Check(new GgufCheckContext(file));
}
