using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the numbers of experts: llama.cpp asserts how they relate, and divides by the number of those in
/// use.</summary>
internal static class ExpertCheck
{
    // LLAMA_MAX_EXPERTS.
    private const int MaxExperts = 512;

    // Architectures whose layers have experts, whatever the file says of their number.
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(
    [
        "deepseek", "deepseek2", "dots1", "ernie4_5-moe", "glm4moe", "gpt-oss", "granitemoe", "hunyuan-moe", "lfm2moe", "llama4",
        "olmoe", "phimoe", "qwen2moe", "qwen35moe", "qwen3moe", "qwen3next", "qwen3vlmoe",
    ]);

    /// <summary>Checks the numbers.</summary>
    /// <param name="context">The file.</param>
    public static void Check(GgufCheckContext context)
    {
        uint experts = Number(context, "expert_count");
        uint used = Number(context, "expert_used_count");
        uint groups = Number(context, "expert_group_count");
        uint usedGroups = Number(context, "expert_group_used_count");
        context.Require(experts <= MaxExperts, $"{context.Key("expert_count")} is {experts}, and it is 0 to {MaxExperts}");
        context.Require(
            experts > 0 || !Always.Contains(context.Architecture),
            $"{context.Key("expert_count")} is 0, and this architecture has experts");
        context.Require(
            used <= experts && (experts == 0 || used > 0), $"{context.Key("expert_used_count")} is {used} of {experts} experts");
        context.Require(
            experts == 0 ? groups == 0 : groups < experts,
            $"{context.Key("expert_group_count")} is {groups} for {experts} experts");
        context.Require(
            groups <= 1 || (experts % groups == 0 && usedGroups > 0 && usedGroups < groups),
            $"{context.Key("expert_group_used_count")} is {usedGroups} of {groups} groups of {experts} experts");
        CheckGating(context);
    }

    private static void CheckGating(GgufCheckContext context)
    {
        // Softmax, sigmoid, softmax of the weights, the root of softplus.
        const int LastKind = 4;
        string key = context.Key("expert_gating_func");
        uint? kind = context.OptionalUInt32(key);
        context.Require(
            kind is (null or > 0) and (null or <= LastKind), $"{key} is {kind}, and it is 1 to {LastKind}");

        // The others have a kind of their own.
        context.Require(kind is not null || context.Architecture is not ("dots1" or "lfm2moe"), $"the metadata has no {key}");
    }

    private static uint Number(GgufCheckContext context, string name) => context.OptionalUInt32(context.Key(name)) ?? 0;
}
