namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the sizes of recurrent layers: llama.cpp divides them by one another while it makes the weights.</summary>
internal static class StateSpaceCheck
{
    private const uint Most = 1 << 20;

    /// <summary>Checks the sizes, where the architecture has such layers.</summary>
    /// <param name="context">The file.</param>
    /// <param name="embedding">The length of the embedding vectors.</param>
    public static void Check(GgufCheckContext context, uint embedding)
    {
        // Its own column is shifted out at each token, so that with a kernel of 1 there is no state.
        switch (context.Architecture)
        {
            case "lfm2" or "lfm2moe":
                Require(context, "shortconv.l_cache", 2);
                break;
            case "mamba":
                CheckSizes(context);
                break;
            case "mamba2" or "falcon-h1" or "granitehybrid":
                CheckSizes(context);
                CheckGroups(context, "ssm.time_step_rank");
                break;
            case "qwen3next" or "qwen35" or "qwen35moe":
                CheckSizes(context);
                CheckDelta(context);
                break;
        }

        if (context.Architecture == "granitehybrid")
        {
            uint inner = Require(context, "ssm.inner_size", 1);
            context.Require(
                inner == 2 * embedding,
                $"{context.Key("ssm.inner_size")} is {inner}, and it is twice the embedding's {embedding}");
        }
    }

    private static void CheckSizes(GgufCheckContext context)
    {
        Require(context, "ssm.conv_kernel", 2);
        Require(context, "ssm.inner_size", 1);
        Require(context, "ssm.state_size", 1);
        Require(context, "ssm.time_step_rank", 1);
    }

    private static void CheckGroups(GgufCheckContext context, string heads)
    {
        uint inner = Require(context, "ssm.inner_size", 1);
        uint count = Require(context, heads, 1);
        uint groups = Require(context, "ssm.group_count", 1);
        context.Require(
            inner % count == 0 && inner % groups == 0 && count % groups == 0,
            $"{context.Key("ssm.inner_size")} is {inner}, which {count} heads in {groups} groups do not divide");
    }

    private static void CheckDelta(GgufCheckContext context)
    {
        CheckGroups(context, "ssm.time_step_rank");
        uint width = Require(context, "ssm.inner_size", 1) / Require(context, "ssm.time_step_rank", 1);
        uint state = Require(context, "ssm.state_size", 1);
        context.Require(width == state, $"{context.Key("ssm.state_size")} is {state}, and it is the {width} of a head's values");
    }

    private static uint Require(GgufCheckContext context, string name, uint least)
    {
        uint value = context.RequireUInt32(context.Key(name));
        context.Require(value >= least && value <= Most, $"{context.Key(name)} is {value}, and it is {least} to {Most}");
        return value;
    }
}
