namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks weights in NVFP4, whose factor is a tensor of its own: llama.cpp asserts that products with it have no
/// bias, and that a vocabulary used for both ends has none.</summary>
internal static class Nvfp4Check
{
    /// <summary>Checks the weights.</summary>
    /// <param name="context">The file.</param>
    public static void Check(GgufCheckContext context)
    {
        foreach (GgufTensor tensor in context.File.Tensors.Where(tensor => tensor.Type == GgmlType.NVFP4))
        {
            const string Suffix = ".weight";
            string name = tensor.Name.EndsWith(Suffix, StringComparison.Ordinal) ? tensor.Name[..^Suffix.Length] : tensor.Name;
            context.Require(
                !Has(context, name + ".scale") || !Has(context, name + ".bias"),
                $"{tensor.Name} is {tensor.Type} with a scale and a bias, and llama.cpp has no product with both");
            context.Require(
                name != "token_embd" || Has(context, "output.weight")
                    || !(Has(context, "output.scale") || Has(context, "output.input_scale")),
                $"{tensor.Name} is {tensor.Type} and stands for output.weight too, and the scale of the latter is there");
        }
    }

    private static bool Has(GgufCheckContext context, string name) => context.Tensors.ContainsKey(name);
}
