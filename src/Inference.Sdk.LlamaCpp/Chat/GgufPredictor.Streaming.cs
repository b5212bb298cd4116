using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp;

/// <content>Streaming.</content>
public sealed partial class GgufPredictor
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ThrowIfDisposed();
        return GenerateAsync(input, options, streams: true, cancellationToken);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(
        ChatRequest input,
        PredictionOptions? options,
        bool streams,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        Guid id = options?.PredictionId ?? Guid.CreateVersion7(_timeProvider.GetUtcNow());
        long arrived = _timeProvider.GetTimestamp();
        ChatPlan plan = _options.Read(input.Options);
        GenerationRequest request = NewRequest(input, plan, streams);
        TimeSpan preparation = _timeProvider.GetElapsedTime(arrived);
        var answer = new AnswerWriter(id, Metadata.Model.Name, _timeProvider.GetUtcNow(), plan);
        bool hasEnded = false;
        await foreach (GenerationUpdate generated in
            _generator.GenerateAsync(request, cancellationToken).ConfigureAwait(false))
        {
            ChatResponseUpdate? update = answer.Append(generated.Text);
            if (update is not null)
            {
                yield return update;
            }

            if (generated.Finish is { } finish)
            {
                hasEnded = true;
                yield return answer.Complete(finish, NewReport(id, generated, preparation));
            }
        }

        if (!hasEnded)
        {
            throw new EngineException("The generation ended without a reason. This is a defect of the engine.");
        }
    }

    private GenerationRequest NewRequest(ChatRequest input, ChatPlan plan, bool streams) => new()
    {
        Prompt = _prompts.Build(input.Messages, plan),
        Sampling = plan.Sampling,
        MaxTokens = plan.MaxTokens,
        StopSequences = plan.StopSequences,
        Streams = streams,
        DeliverControlTokens = plan.ToolCalls?.Markers.Any(_prompts.IsControl) ?? false,
    };

    // The template and the tokenizer are a part of computing the prompt.
    private PredictionReport NewReport(Guid id, GenerationUpdate last, TimeSpan preparation) => new()
    {
        Id = id,
        Model = Metadata.Model,
        Usage = last.Usage,
        Timings = last.Timings with
        {
            Prefill = last.Timings.Prefill + preparation,
            TimeToFirstToken = last.Timings.TimeToFirstToken + preparation,
            Total = last.Timings.Total + preparation,
        },
    };
}
