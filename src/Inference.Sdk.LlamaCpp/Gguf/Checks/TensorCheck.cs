namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks number formats and the shapes that follow from the vocabulary; llama.cpp compares the other shapes with
/// the hyperparameters itself and refuses the file, but ends the process at a format that an operation does not have.</summary>
internal static class TensorCheck
{
    // Of those that are no vectors.
    private static readonly string[] ElementwiseNames =
        ["norm.weight", ".bias", ".scale", ".ssm_conv1d.weight", ".ssm_a", ".ssm_d", ".shortconv.conv.weight"];

    /// <summary>Checks the tensors.</summary>
    /// <param name="context">The file.</param>
    /// <param name="embedding">The length of the embedding vectors.</param>
    /// <param name="tokens">The number of tokens of the vocabulary.</param>
    public static void Check(GgufCheckContext context, long embedding, int tokens)
    {
        context.Require(context.File.Tensors.Count > 0, "it has no weights");
        foreach (GgufTensor tensor in context.File.Tensors)
        {
            CheckType(context, tensor);
        }

        CheckMatrix(context, "token_embd.weight", embedding, tokens);
        CheckMatrix(context, "output.weight", embedding, tokens);
    }

    private static void CheckType(GgufCheckContext context, GgufTensor tensor)
    {
        context.Require(
            GgmlTypeLayout.Find(tensor.Type)!.IsWeight, $"{tensor.Name} is {tensor.Type}, which is no format of weights");
        context.Require(
            tensor.Type == GgmlType.F32 || !IsElementwise(tensor),
            $"{tensor.Name} is {tensor.Type}, and llama.cpp computes with it as F32 only");
    }

    // What is added, multiplied or convolved, while everything else is a factor of a product of matrices.
    private static bool IsElementwise(GgufTensor tensor) =>
        tensor.Dimensions.Skip(1).All(dimension => dimension == 1)
        || ElementwiseNames.Any(name => tensor.Name.EndsWith(name, StringComparison.Ordinal));

    private static void CheckMatrix(GgufCheckContext context, string name, long columns, long rows)
    {
        if (context.Tensors.TryGetValue(name, out GgufTensor? tensor))
        {
            context.Require(
                tensor.Dimensions.Count == 2 && tensor.Dimensions[0] == columns && tensor.Dimensions[1] == rows,
                $"{name} is {string.Join(" x ", tensor.Dimensions)}, and {columns} x {rows} follows from the metadata");
        }
    }
}
