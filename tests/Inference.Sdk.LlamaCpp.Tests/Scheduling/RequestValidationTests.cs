using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class RequestValidationTests
{
    private static readonly GenerationRequest Valid = Ask();

    public static TheoryData<string, string> Invalid => new(Cases.Select(c => (c.Key, c.Value.Parameter)));

    private static Dictionary<string, (GenerationRequest Request, string Parameter)> Cases => new()
    {
        ["no prompt"] = (Valid with { Prompt = default }, "Prompt"),
        ["a negative token"] = (Valid with { Prompt = new[] { 1, -1 } }, "Prompt"),
        ["a token beyond the vocabulary"] = (Valid with { Prompt = new[] { new FakeVocabulary().Count } }, "Prompt"),
        ["no tokens"] = (Valid with { MaxTokens = 0 }, "MaxTokens"),
        ["an empty stop sequence"] = (Valid with { StopSequences = ["x", ""] }, "StopSequences"),
        ["half a surrogate pair"] = (Valid with { StopSequences = ["x\uD83D"] }, "StopSequences"),
        ["a surrogate pair turned around"] = (Valid with { StopSequences = ["\uDE00\uD83D"] }, "StopSequences"),
        ["a negative temperature"] = (Valid with { Sampling = new() { Temperature = -1 } }, "Temperature"),
        ["a temperature that is no number"] = (Valid with { Sampling = new() { Temperature = float.NaN } }, "Temperature"),
        ["an infinite temperature"] =
            (Valid with { Sampling = new() { Temperature = float.PositiveInfinity } }, "Temperature"),
        ["a negative top-k"] = (Valid with { Sampling = new() { TopK = -1 } }, "TopK"),
        ["a top-p of nothing"] = (Valid with { Sampling = new() { TopP = 0 } }, "TopP"),
        ["a top-p beyond one"] = (Valid with { Sampling = new() { TopP = 1.01f } }, "TopP"),
        ["a top-p that is no number"] = (Valid with { Sampling = new() { TopP = float.NaN } }, "TopP"),
        ["a negative min-p"] = (Valid with { Sampling = new() { MinP = -0.1f } }, "MinP"),
        ["a min-p beyond one"] = (Valid with { Sampling = new() { MinP = 2 } }, "MinP"),
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task An_invalid_request_says_what_is_wrong_and_reaches_no_backend(string name, string parameter)
    {
        await using var harness = new SchedulerHarness(new FakeLlamaBackend(FakeModel.Hashing()));
        Exception? error = (await harness.GenerateAsync(Cases[name].Request)).Error;
        Assert.Equal(parameter, Assert.IsType<InvalidRequestException>(error).Parameter);
        Assert.Empty(harness.Backend.Steps);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public async Task A_prompt_that_fills_the_context_overflows_it(int tokens)
    {
        await using var harness = new SchedulerHarness(
            new FakeLlamaBackend(FakeModel.Hashing()) { SequenceContextLength = 20 });
        var error = Assert.IsType<ContextOverflowException>((await harness.GenerateAsync(Ask(promptTokens: tokens))).Error);
        Assert.Equal((tokens, 20), (error.Tokens, error.Limit));
        Assert.Empty(harness.Backend.Steps);
    }

    [Fact]
    public void Stop_sequences_of_whole_characters_are_valid() =>
        RequestValidation.Check(Valid with { StopSequences = ["😀", "a😀b", "é"] }, 500, 100);

    [Fact]
    public void Options_out_of_range_are_rejected()
    {
        foreach (SchedulerOptions options in new SchedulerOptions[]
        {
            new() { QueueCapacity = -1 },
            new() { StepTokens = 0 },
            new() { UpdateCapacity = 0 },
            new() { ConsumerPatience = TimeSpan.FromTicks(-1) },
            new() { ConsumerPatience = TimeSpan.FromDays(2) },
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>(options.Validate);
        }

        new SchedulerOptions { QueueCapacity = 0, ConsumerPatience = TimeSpan.Zero }.Validate();
    }
}
