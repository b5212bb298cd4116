using System.Diagnostics;
using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Tests.Telemetry;

[Collection(nameof(ProcessWide))]
public sealed class ActivityTests : IAsyncDisposable
{
    private readonly TelemetryFixture _fixture = new();
    private readonly List<Activity> _stopped = [];
    private readonly List<Dictionary<string, object?>> _sampled = [];
    private readonly ActivityListener _listener;

    public ActivityTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == InferenceTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                _sampled.Add(options.Tags?.ToDictionary() ?? []);
                return ActivitySamplingResult.AllData;
            },
            ActivityStopped = _stopped.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_chat_prediction_is_an_activity_with_the_conventions_attributes()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { FinishReason = ChatFinishReason.Length });

        await _fixture.Chat.PredictAsync(new ChatRequest("a secret prompt"));

        Activity activity = Assert.Single(_stopped);
        Assert.Equal(("chat assistant", ActivityKind.Internal), (activity.DisplayName, activity.Kind));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal("chat", activity.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("inference.sdk", activity.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("assistant", activity.GetTagItem("gen_ai.request.model"));
        Assert.Equal("fake-1b", activity.GetTagItem("gen_ai.response.model"));
        Assert.Equal(["length"], Assert.IsType<string[]>(activity.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal(2L, activity.GetTagItem("gen_ai.usage.cache_read.input_tokens"));
        Assert.Null(activity.GetTagItem("gen_ai.response.time_to_first_chunk"));
        Assert.Equal(7L, activity.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(3L, activity.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(10d, activity.GetTagItem("inference.prediction.energy"));
        Assert.Equal("single", activity.GetTagItem("inference.operation"));
        Assert.Equal("none", activity.GetTagItem("inference.cache.status"));
        Assert.Equal(Reports.Model.Sha256, activity.GetTagItem("inference.model.sha256"));
        Assert.Equal(
            _fixture.Observer.Single<PredictionStarted>().Id.ToString(), activity.GetTagItem("inference.prediction.id"));
    }

    [Fact]
    public async Task A_stream_tells_why_it_ended_and_when_it_began()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { Before = (_, _) => _fixture.Take(1) });

        await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();

        Activity activity = Assert.Single(_stopped);
        Assert.Equal(["stop"], Assert.IsType<string[]>(activity.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal(1d, activity.GetTagItem("gen_ai.response.time_to_first_chunk"));
    }

    [Fact]
    public async Task A_sampler_sees_what_is_known_before_a_prediction_begins()
    {
        _fixture.Inference.AddChat("assistant").AddHouses("house-price");

        await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();
        await _fixture.Chat.PredictAsync(new ChatRequest("Hi"));
        await _fixture.Houses.PredictBatchAsync(Sequences.Houses(1)).ToListAsync();

        Dictionary<string, object?> chat = new()
        {
            ["inference.predictor"] = "assistant",
            ["inference.operation"] = "single",
            ["gen_ai.operation.name"] = "chat",
            ["gen_ai.provider.name"] = "inference.sdk",
            ["gen_ai.request.model"] = "assistant",
        };
        Dictionary<string, object?> stream = new(chat)
        {
            ["inference.operation"] = "stream",
            ["gen_ai.request.stream"] = true,
        };
        Dictionary<string, object?> batch = new()
        {
            ["inference.predictor"] = "house-price",
            ["inference.operation"] = "batch",
        };
        Assert.Equal([stream, chat, batch], _sampled);
    }

    [Fact]
    public async Task An_activity_is_a_child_of_the_one_it_begins_in()
    {
        _fixture.Inference.AddHouses("house-price");
        using var request = new Activity("request");
        request.Start();

        await _fixture.Houses.PredictAsync(new House(1));

        Assert.Equal(request.SpanId, Assert.Single(_stopped).ParentSpanId);
    }

    [Fact]
    public async Task A_tabular_prediction_is_an_activity_without_them()
    {
        _fixture.Inference.AddHouses("house-price");

        await _fixture.Houses.PredictAsync(new House(1));

        Activity activity = Assert.Single(_stopped);
        Assert.Equal("predict house-price", activity.DisplayName);
        Assert.Equal("tabular", activity.GetTagItem("inference.kind"));
        Assert.DoesNotContain(activity.TagObjects, t => t.Key.StartsWith("gen_ai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_marked_with_its_type_and_never_its_message()
    {
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, _, _) => throw new InvalidRequestException("a secret value"),
        });

        await Assert.ThrowsAsync<InvalidRequestException>(async () => await _fixture.Houses.PredictAsync(new House(1)));

        Activity activity = Assert.Single(_stopped);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Null(activity.StatusDescription);
        Assert.Equal("Inference.Sdk.InvalidRequestException", activity.GetTagItem("error.type"));
        Assert.DoesNotContain(activity.TagObjects, t => t.Value is string s && s.Contains("secret", StringComparison.Ordinal));
        Assert.Empty(activity.Events);
    }

    [Fact]
    public async Task A_stream_s_activity_is_current_in_the_engine_and_not_in_the_consumer()
    {
        var inEngine = new List<string?>();
        var inConsumer = new List<string?>();
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor
        {
            Before = (_, _) =>
            {
                inEngine.Add(Activity.Current?.DisplayName);
                return ValueTask.CompletedTask;
            },
        });

        await foreach (ChatResponseUpdate update in _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            inConsumer.Add(Activity.Current?.DisplayName);
        }

        Assert.Equal(["chat assistant", "chat assistant", "chat assistant"], inEngine);
        Assert.All(inConsumer, Assert.Null);
        Assert.Equal("stream", Assert.Single(_stopped).GetTagItem("inference.operation"));
    }

    [Fact]
    public async Task A_stream_that_is_left_ends_its_activity_as_cancelled()
    {
        _fixture.Inference.AddChat("assistant");

        await foreach (ChatResponseUpdate update in _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            break;
        }

        Assert.Equal("System.OperationCanceledException", Assert.Single(_stopped).GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_batch_is_one_activity()
    {
        _fixture.Inference.AddHouses("house-price");

        await _fixture.Houses.PredictBatchAsync(Sequences.Houses(1, 2, 3)).ToListAsync();

        Activity activity = Assert.Single(_stopped);
        Assert.Equal("batch", activity.GetTagItem("inference.operation"));
        Assert.Equal(3, _fixture.Observer.Events.OfType<PredictionCompleted>().Count());
    }

    [Fact]
    public async Task A_batch_that_fails_ends_its_activity_as_failed()
    {
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, _, _) => throw new EngineException("Broken."),
        });

        await Assert.ThrowsAsync<EngineException>(
            async () => await _fixture.Houses.PredictBatchAsync(Sequences.Houses(1)).ToListAsync());

        Assert.Equal(ActivityStatusCode.Error, Assert.Single(_stopped).Status);
    }
}
