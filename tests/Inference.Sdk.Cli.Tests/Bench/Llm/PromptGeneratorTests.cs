using Inference.Sdk.Cli.Bench.Llm;

namespace Inference.Sdk.Cli.Tests.Bench.Llm;

public sealed class PromptGeneratorTests
{
    private static readonly LlmBenchSettings Settings = new("m.gguf", 3, 16, 8, 1, 1, null, 7);
    private static readonly int[] Tokens = [.. Enumerable.Range(5, 1000)];

    [Fact]
    public void Prompts_are_the_same_for_a_seed_and_round_and_differ_otherwise()
    {
        IReadOnlyList<int[]> prompts = PromptGenerator.Create(Tokens, Settings, 1);
        Assert.Equal(prompts, PromptGenerator.Create(Tokens, Settings, 1));
        Assert.NotEqual(prompts, PromptGenerator.Create(Tokens, Settings, 2));
        Assert.NotEqual(prompts, PromptGenerator.Create(Tokens, Settings with { Seed = 8 }, 1));
        Assert.NotEqual(prompts[0], prompts[1]);
    }

    [Fact]
    public void Prompts_have_the_length_asked_for_of_the_tokens_given()
    {
        IReadOnlyList<int[]> prompts = PromptGenerator.Create(Tokens, Settings, 1);
        Assert.Equal(3, prompts.Count);
        Assert.All(prompts, prompt => Assert.Equal(16, prompt.Length));
        Assert.All(prompts.SelectMany(p => p), token => Assert.InRange(token, 5, 1004));
    }
}
