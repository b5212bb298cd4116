using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inference.Sdk.Samples.Tests;

public sealed class QuickstartTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Three_prepared_questions_are_answered_with_call_price_and_figures()
    {
        (int exitCode, string output, string error) = await QuickstartProcess.RunAsync(
            [], null, TestContext.Current.CancellationToken);

        log.WriteLine(output);
        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.Equal(3, Occurrences(output, "predict_house_price({"));
        Assert.Equal(3, Occurrences(output, "tokens/s"));
        Assert.Equal(3, Occurrences(output, "model, no sensor"));
    }

    [Fact]
    public async Task Asking_for_json_prints_one_object_whose_answer_quotes_the_price()
    {
        JsonNode result = await AskAsync("three bed, two bath, 1,850 sq ft on the coast, built 1987");

        Assert.Equal(
            ["arguments", "price", "answer", "usage", "timings", "energy"], result.AsObject().Select(p => p.Key));
        string price = result["price"]!.GetValue<double>().ToString("N0", CultureInfo.InvariantCulture);
        Assert.Contains($"${price}", result["answer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(result["usage"]!["outputTokens"]!.GetValue<long>() > 0);
        Assert.True(result["timings"]!["timeToFirstTokenMs"]!.GetValue<double>() > 0);
        Assert.Equal("Modeled", result["energy"]!["provenance"]!.GetValue<string>());
        double[] joules = [.. new[] { "lowJoules", "midJoules", "highJoules" }.Select(k => result["energy"]![k]!.GetValue<double>())];
        Assert.True(joules[0] > 0 && joules[0] <= joules[1] && joules[1] <= joules[2]);
    }

    [Fact]
    public async Task Eighteen_of_twenty_sentences_of_no_generator_give_the_right_arguments()
    {
        string[] lines = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "sentences.jsonl"), TestContext.Current.CancellationToken);
        int right = 0;
        foreach (string line in lines)
        {
            JsonNode expected = JsonNode.Parse(line)!;
            JsonNode result = await AskAsync(expected["text"]!.GetValue<string>());
            bool same = JsonNode.DeepEquals(expected["arguments"], result["arguments"]);
            right += same ? 1 : 0;
            log.WriteLine($"{(same ? "right" : "WRONG")}: {expected["text"]}");
            if (!same)
            {
                log.WriteLine($"  expected {expected["arguments"]!.ToJsonString()}");
                log.WriteLine($"  got      {result["arguments"]?.ToJsonString() ?? "no call"}");
            }
        }

        Assert.Equal(20, lines.Length);
        Assert.InRange(right, 18, 20);
    }

    [Fact]
    public async Task A_chat_answers_line_by_line_until_an_empty_one()
    {
        (int exitCode, string output, string error) = await QuickstartProcess.RunAsync(
            ["--interactive"], "a 2 bedroom house in the city\n1,400 sq ft in a village\n\n", TestContext.Current.CancellationToken);

        log.WriteLine(output);
        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.Equal(2, Occurrences(output, "predict_house_price({"));
    }

    [Fact]
    public async Task Asking_nothing_says_what_is_missing()
    {
        (int exitCode, _, string error) = await QuickstartProcess.RunAsync(
            ["--ask"], null, TestContext.Current.CancellationToken);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("--ask needs a question", error, StringComparison.Ordinal);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static async Task<JsonNode> AskAsync(string question)
    {
        (int exitCode, string output, string error) = await QuickstartProcess.RunAsync(
            ["--ask", question, "--json"], null, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, error);
        try
        {
            return JsonNode.Parse(output)!;
        }
        catch (JsonException bad)
        {
            throw new InvalidOperationException($"Not one JSON object: {output}", bad);
        }
    }
}
