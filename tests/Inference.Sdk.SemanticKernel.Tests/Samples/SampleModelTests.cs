using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace Inference.Sdk.SemanticKernel.Tests.Samples;

/// <summary>The sample models, as they are committed: a sentence becomes a call, the call a price, the price an
/// answer. Asserts what every assistant that does its work does, and no wording.</summary>
public sealed class SampleModelTests : IClassFixture<SampleModels>
{
    private readonly SampleModels _models;
    private readonly CallRecorder _calls = new();

    public SampleModelTests(SampleModels models)
    {
        _models = models;
        _models.Predictions.Take();
    }

    /// <summary>Gets sentences with the arguments that they state.</summary>
    public static TheoryData<string, string> Sentences => new()
    {
        {
            "3 bed, 2 bath, 1,850 sq ft on the coast, built 1987",
            """{"sqft":1850,"bedrooms":3,"bathrooms":2,"year_built":1987,"location":"coast"}"""
        },
        {
            "2 bedroom house in the city, 900 sq ft, good condition",
            """{"sqft":900,"bedrooms":2,"location":"city","condition":"good"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Semantic_kernel_answers_with_the_price_of_the_call(string sentence, string arguments)
    {
        Kernel kernel = CreateKernel();

        ChatMessageContent answer = await kernel.GetRequiredService<IChatCompletionService>()
            .GetChatMessageContentAsync(sentence, Settings, kernel, TestContext.Current.CancellationToken);

        await AssertAnsweredAsync(answer.Content, arguments);
        AssertUsage(answer.Metadata?["Usage"] as UsageDetails);
        AssertReport(ReportOf(answer.Metadata));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Semantic_kernel_streams_the_price_of_the_call(string sentence, string arguments)
    {
        Kernel kernel = CreateKernel();

        List<StreamingChatMessageContent> pieces = [];
        await foreach (StreamingChatMessageContent piece in kernel.GetRequiredService<IChatCompletionService>()
            .GetStreamingChatMessageContentsAsync(sentence, Settings, kernel, TestContext.Current.CancellationToken))
        {
            pieces.Add(piece);
        }

        await AssertAnsweredAsync(string.Concat(pieces.Select(p => p.Content)), arguments);
        Assert.True(pieces.Count(p => p.Content?.Length > 0) > 1, "The answer came in one piece.");
        AssertReport(ReportOf(pieces[^1].Metadata));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task An_agent_answers_with_the_price_of_the_call(string sentence, string arguments)
    {
        AgentResponse response = await CreateAgent()
            .RunAsync(sentence, cancellationToken: TestContext.Current.CancellationToken);

        Record(response.Messages.SelectMany(m => m.Contents));
        await AssertAnsweredAsync(response.Text, arguments);
        AssertUsage(response.Usage);
        PredictionReport.TryGet(response.AsChatResponse(), out PredictionReport? report);
        AssertReport(report);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task An_agent_streams_the_price_of_the_call(string sentence, string arguments)
    {
        List<AgentResponseUpdate> updates = [];
        await foreach (AgentResponseUpdate update in CreateAgent()
            .RunStreamingAsync(sentence, cancellationToken: TestContext.Current.CancellationToken))
        {
            updates.Add(update);
        }

        Record(updates.SelectMany(u => u.Contents));
        await AssertAnsweredAsync(string.Concat(updates.Select(u => u.Text)), arguments);
        Assert.True(updates.Count(u => u.Text.Length > 0) > 1, "The answer came in one piece.");
        AssertUsage(updates.ToAgentResponse().Usage);
        PredictionReport.TryGet(updates[^1].AsChatResponseUpdate(), out PredictionReport? report);
        AssertReport(report);
    }

    private static PromptExecutionSettings Settings => new()
    {
        FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(),
        ExtensionData = new Dictionary<string, object> { ["temperature"] = 0 },
    };

    private Kernel CreateKernel()
    {
        Kernel kernel = _models.CreateKernel();
        kernel.AutoFunctionInvocationFilters.Add(_calls);
        return kernel;
    }

    private ChatClientAgent CreateAgent() => new(
        _models.Services.GetRequiredKeyedService<IChatClient>("assistant"),
        new ChatClientAgentOptions
        {
            ChatOptions = new ChatOptions { Temperature = 0, Tools = [_models.Prices.AsKernelFunction()] },
        });

    /// <summary>Takes the call and its result out of an agent's messages.</summary>
    private void Record(IEnumerable<AIContent> contents)
    {
        AIContent[] all = [.. contents];
        FunctionCallContent call = Assert.Single(all.OfType<FunctionCallContent>());
        FunctionResultContent result = Assert.Single(all.OfType<FunctionResultContent>());
        Assert.Equal(call.CallId, result.CallId);
        _calls.Calls.Add((call.Name, call.Arguments!, Assert.IsType<JsonElement>(result.Result)));
    }

    private async Task AssertAnsweredAsync(string? answer, string arguments)
    {
        (string name, IDictionary<string, object?> given, JsonElement result) = Assert.Single(_calls.Calls);
        Assert.EndsWith("house_price", name, StringComparison.Ordinal);
        JsonNode call = JsonNode.Parse(JsonSerializer.Serialize(given))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(arguments), call), $"Called with {call.ToJsonString()}.");

        // The language model was asked twice, the price model once between.
        PredictionReport[] reports = _models.Predictions.Take();
        Assert.Equal([0, 1, 0], reports.Select(r => r.Usage.Rows));

        // The price is the price model's, and the answer quotes it.
        FeatureRow row = FeatureRowBuilder.Build(
            _models.Prices.Metadata.InputSchema!,
            JsonElement.Parse(arguments).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value));
        Prediction<float> expected = await _models.Prices
            .PredictAsync(row, cancellationToken: TestContext.Current.CancellationToken);
        double price = result.GetProperty("price").GetDouble();
        Assert.InRange(price - expected.Value, -0.5, 0.5);
        Assert.Contains(price.ToString("N0", CultureInfo.InvariantCulture), answer, StringComparison.Ordinal);
    }

    /// <summary>The usage is that of both texts, the call and the answer.</summary>
    private static void AssertUsage(UsageDetails? usage)
    {
        Assert.NotNull(usage);
        Assert.True(usage.InputTokenCount > 0);
        Assert.True(usage.OutputTokenCount > 1);
        Assert.Equal(usage.InputTokenCount + usage.OutputTokenCount, usage.TotalTokenCount);
    }

    private static PredictionReport? ReportOf(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata?.GetValueOrDefault(PredictionReport.PropertyName) as PredictionReport;

    /// <summary>The response, or the last update of one, carries the report of the answer.</summary>
    private static void AssertReport(PredictionReport? report)
    {
        Assert.NotNull(report);
        Assert.Equal("gguf", report.Model.Format);
        Assert.True(report.Usage.OutputTokens > 0);
        Assert.True(report.Timings.Total > TimeSpan.Zero);
        Assert.NotNull(report.Energy);
    }
}
