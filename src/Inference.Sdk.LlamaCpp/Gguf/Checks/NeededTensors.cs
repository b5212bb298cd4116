namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks for weights that llama.cpp loads without where they are missing, and computes with all the same: it
/// reads at address 0.</summary>
internal static class NeededTensors
{
    /// <summary>Checks the weights.</summary>
    /// <param name="context">The file, its hyperparameters checked.</param>
    public static void Check(GgufCheckContext context)
    {
        int layers = (int)context.RequireUInt32(context.Key("block_count"));
        int drafts = (int)(context.OptionalUInt32(context.Key("nextn_predict_layers")) ?? 0);

        // A file without the first layer's norm is taken for the draft layers alone, which cannot generate.
        Require(context, "blk.0.attn_norm.weight", drafts > 0);
        bool[] recurrent = RecurrentLayers.Find(context, layers);
        for (int layer = 0; layer < layers - drafts; layer++)
        {
            CheckLayer(context, $"blk.{layer}.", recurrent[layer]);
        }
    }

    private static void CheckLayer(GgufCheckContext context, string block, bool recurrent)
    {
        switch (context.Architecture)
        {
            case "phi3" when !context.Tensors.ContainsKey(block + "attn_qkv.weight"):
                Require(context, block + "attn_q.weight");
                Require(context, block + "attn_k.weight");
                Require(context, block + "attn_v.weight");
                break;
            case "falcon-h1" or "granitehybrid" or "mamba" or "mamba2":
                Require(context, block + "ssm_conv1d.bias", recurrent);
                break;
            case "qwen35" or "qwen35moe":
            case "qwen3next" when !context.Tensors.ContainsKey(block + "ssm_in.weight"):
                Require(context, block + "attn_qkv.weight", recurrent);
                Require(context, block + "attn_gate.weight", recurrent);
                break;
        }
    }

    private static void Require(GgufCheckContext context, string name, bool needed = true) =>
        context.Require(!needed || context.Tensors.ContainsKey(name), $"it has no {name}");
}
