using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inference.Sdk.Samples.Tests;

/// <summary>What the sample tells about its answers, whatever they are.</summary>
public sealed class QuickstartFiguresTests
{
    [Fact]
    public async Task Tokens_per_second_leave_out_the_first_token_of_each_text()
    {
        JsonNode result = (await RunAsync(["--ask", "a two bedroom house in the city"], null))[0];

        // A call and an answer are two texts.
        int texts = result["arguments"] is null ? 1 : 2;
        double seconds = result["timings"]!["decodeMs"]!.GetValue<double>() / 1000;
        double expected = (result["usage"]!["outputTokens"]!.GetValue<long>() - texts) / seconds;
        Assert.Equal(expected, result["timings"]!["tokensPerSecond"]!.GetValue<double>(), expected * 1e-9);
    }

    [Fact]
    public async Task A_chat_that_is_cut_back_keeps_no_result_without_its_call()
    {
        const string Chatter = "hello\nwhat is the weather like?\n\n";
        JsonNode[] after = await RunAsync(["--interactive"], $"a 2 bedroom house in the city\n{Chatter}");
        JsonNode[] alone = await RunAsync(["--interactive"], Chatter);

        Assert.Equal([3, 2], [after.Length, alone.Length]);
        Assert.NotNull(after[0]["price"]);

        // Of both chats, the last prompt is "hello", its answer and the question about the weather. The answers may differ.
        // The price's result and sentence would be twenty tokens and more.
        long difference = PromptWithoutLastAnswer(after) - PromptWithoutLastAnswer(alone);
        Assert.InRange(difference, -5, 5);
    }

    private static long PromptWithoutLastAnswer(JsonNode[] answers) =>
        answers[^1]["usage"]!["inputTokens"]!.GetValue<long>() - answers[^2]["usage"]!["outputTokens"]!.GetValue<long>();

    private static async Task<JsonNode[]> RunAsync(string[] arguments, string? input)
    {
        (int exitCode, string output, string error) = await QuickstartProcess.RunAsync(
            [.. arguments, "--json"], input, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, error);
        try
        {
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        }
        catch (JsonException bad)
        {
            throw new InvalidOperationException($"Not an object in each line: {output}", bad);
        }
    }
}
