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
        return GenerateAsync(input, options, streams: true, waits: false, cancellationToken);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> GenerateAsync(
        ChatRequest input,
        PredictionOptions? options,
        bool streams,
        bool waits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        Guid id = options?.PredictionId ?? Guid.CreateVersion7(_timeProvider.GetUtcNow());
        long arrived = _timeProvider.GetTimestamp();
        ChatPlan plan = _options.Read(input.Options);
        var answer = new AnswerWriter(id, Metadata.Model.Name, _timeProvider.GetUtcNow(), plan);
        TimeSpan waited = default;
        TimeSpan preparation = default;
        bool hasEnded = false;
        await foreach (GenerationUpdate generated in
            _generator.GenerateAsync(Prepare, waits, cancellationToken).ConfigureAwait(false))
        {
            ChatResponseUpdate? update = answer.Append(generated.Text);
            if (update is not null)
            {
                yield return update;
            }

            if (generated.Finish is not null)
            {
                hasEnded = true;
                yield return answer.Complete(generated, NewReport(id, generated, waited, preparation));
            }
        }

        if (!hasEnded)
        {
            throw new EngineException("The generation ended without a reason. This is a defect of the engine.");
        }

        GenerationRequest Prepare()
        {
            ThrowIfDisposed();
            long began = _timeProvider.GetTimestamp();
            waited = _timeProvider.GetElapsedTime(arrived, began);
            GenerationRequest request;
            try
            {
                Prompt prompt = _prompts.Build(input.Messages, plan, _generator.ContextLength, cancellationToken);
                answer.Continue(prompt);
                request = NewRequest(prompt, plan, streams);
            }
            catch (ObjectDisposedException)
            {
                // Disposed meanwhile: the vocabulary says so of itself.
                ThrowIfDisposed();
                throw;
            }

            preparation = _timeProvider.GetElapsedTime(began);
            return options?.Unfinished is { } unfinished
                ? request with { OnUnfinished = usage => unfinished.Report(NewReport(id, Charge(usage, preparation))) }
                : request;
        }
    }

    private static PredictionUsage Charge(PredictionUsage usage, TimeSpan preparation) =>
        usage with { ProcessorTime = usage.ProcessorTime + preparation };

    private GenerationRequest NewRequest(Prompt prompt, ChatPlan plan, bool streams) => new()
    {
        Prompt = prompt.Tokens,
        Sampling = plan.Sampling,
        MaxTokens = plan.MaxTokens,
        StopSequences = plan.StopSequences,
        Streams = streams,
        Landmark = plan.Reasoning?.End,
        DeliverControlTokens = Markers(plan).Any(_prompts.IsControl),
    };

    // What must be seen in the text to take it apart.
    private static IEnumerable<string> Markers(ChatPlan plan) =>
        [.. plan.ToolCalls?.Markers ?? [], .. plan.Reasoning is { } tags ? [tags.Begin, tags.End] : Array.Empty<string>()];

    // The template and the tokenizer are a part of computing the prompt, on one thread.
    private PredictionReport NewReport(Guid id, GenerationUpdate last, TimeSpan waited, TimeSpan preparation) =>
        NewReport(id, Charge(last.Usage, preparation)) with
        {
            Timings = last.Timings with
            {
                Queue = last.Timings.Queue + waited,
                Prefill = last.Timings.Prefill + preparation,
                TimeToFirstToken = last.Timings.TimeToFirstToken + waited + preparation,
                Total = last.Timings.Total + waited + preparation,
            },
        };

    private PredictionReport NewReport(Guid id, PredictionUsage usage) =>
        new() { Id = id, Model = Metadata.Model, Usage = usage };
}
