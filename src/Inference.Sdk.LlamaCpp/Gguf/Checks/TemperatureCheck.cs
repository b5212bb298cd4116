namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the scaling of attention by position: llama.cpp divides the position by a length and asserts that there
/// is one.</summary>
internal static class TemperatureCheck
{
    /// <summary>Checks the scaling.</summary>
    /// <param name="context">The file.</param>
    public static void Check(GgufCheckContext context)
    {
        string scale = context.Key("attention.temperature_scale");
        string length = context.Key("attention.temperature_length");
        uint? tokens = context.OptionalUInt32(length);

        // mistral3 takes the length of its training.
        if (context.OptionalFloat(scale) is not (null or 0) && context.Architecture == "deepseek2")
        {
            context.Require(tokens > 0, $"{length} is {tokens?.ToString() ?? "missing"}, and {scale} needs one of 1 or more");
        }
    }
}
