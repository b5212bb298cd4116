using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Abstractions.Tests;

/// <summary>A chat predictor that answers with the last message and writes down what it was asked.</summary>
internal sealed class EchoPredictor : IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>
{
    public static readonly PredictionReport Report = new()
    {
        Id = Guid.NewGuid(),
        Model = new ModelIdentity { Name = "echo" },
    };

    public List<(ChatRequest Request, PredictionOptions? Options, CancellationToken Token)> Asked { get; } = [];

    public int Disposals { get; private set; }

    public Func<Exception?> Fail { get; init; } = () => null;

    public PredictorMetadata Metadata { get; } = new()
    {
        Name = "assistant",
        Kind = PredictorKind.LanguageModel,
        Model = new ModelIdentity { Name = "echo-1b" },
    };

    public ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add((input, options, cancellationToken));
        if (Fail() is { } error)
        {
            throw error;
        }

        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, input.Messages[^1].Text));
        return new(new Prediction<ChatResponse>(response, Report));
    }

    public async IAsyncEnumerable<Prediction<ChatResponse>> PredictBatchAsync(
        IAsyncEnumerable<ChatRequest> inputs,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatRequest input in inputs.WithCancellation(cancellationToken))
        {
            yield return await PredictAsync(input, options, cancellationToken);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
        ChatRequest input,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Asked.Add((input, options, cancellationToken));
        yield return new ChatResponseUpdate(ChatRole.Assistant, input.Messages[^1].Text);
        yield return new ChatResponseUpdate
        {
            AdditionalProperties = new() { [PredictionReport.PropertyName] = Report },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey switch
    {
        null => serviceType.IsInstanceOfType(this) ? this : null,
        "tokenizer" when serviceType == typeof(string) => "keyed service",
        _ => null,
    };

    public ValueTask DisposeAsync()
    {
        Disposals++;
        return ValueTask.CompletedTask;
    }
}
