using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Registration;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp;

/// <summary>A GGUF language model that answers conversations, run by llama.cpp.</summary>
/// <remarks>
/// <para>Prompts are written by the chat template of the model's file, and tokens are chosen as the request, the file or
/// the documented defaults say. What a user writes never becomes a control token.</para>
/// <para><b>Options.</b> Each member of <see cref="ChatOptions"/> is honoured, or refused by its name with an
/// <see cref="InvalidRequestException"/>; none is ignored.</para>
/// <para><b>Concurrency.</b> Safe for any number of concurrent callers; answers are generated together, as many at a time
/// as <see cref="GgufOptions.MaxSequences"/> says.</para>
/// <para><b>Disposal.</b> Ends the answers in flight with an <see cref="ObjectDisposedException"/>, waits for them, and
/// releases the model.</para>
/// </remarks>
public sealed partial class GgufPredictor : IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>
{
    private readonly IGenerator _generator;
    private readonly GgufInfo? _info;
    private readonly PromptBuilder _prompts;
    private readonly ChatOptionsReader _options;
    private readonly TimeProvider _timeProvider;
    private readonly int _lookAhead;
    private int _disposed;

    internal GgufPredictor(
        IGenerator generator,
        ILlamaVocabulary vocabulary,
        ChatTemplate template,
        SamplingParameters defaults,
        PredictorMetadata metadata,
        int maxSequences,
        TimeProvider timeProvider,
        GgufInfo? info = null)
    {
        _generator = generator;
        _info = info;
        _prompts = new PromptBuilder(template, vocabulary, timeProvider);
        _options = new ChatOptionsReader(template, defaults, [metadata.Model.Name, metadata.Name]);
        _timeProvider = timeProvider;
        _lookAhead = maxSequences;
        Metadata = metadata;
    }

    /// <inheritdoc/>
    public PredictorMetadata Metadata { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="path">The .gguf file.</param>
    /// <param name="options">How it is loaded, or <see langword="null"/> for the defaults;
    /// <see cref="GgufOptions.ModelPath"/> is not looked at.</param>
    /// <param name="loggerFactory">Makes the loggers, or <see langword="null"/> for none.</param>
    /// <param name="timeProvider">What time it is, or <see langword="null"/> for the system's clock.</param>
    /// <param name="progress">Told which part of the weights is loaded, from 0 to 1, or <see langword="null"/>. It is called on
    /// the thread that loads, which waits for it, and what it throws ends the load. Where
    /// <see cref="GgufOptions.HashModel"/> is on, the hash is computed after the whole is loaded.</param>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <returns>The model. The caller disposes it.</returns>
    /// <exception cref="InferenceConfigurationException">An option is out of its range.</exception>
    /// <exception cref="ModelLoadException">The file, the native libraries or the memory do not allow it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static ValueTask<GgufPredictor> LoadAsync(
        string path,
        GgufOptions? options = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null,
        IProgress<float>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var loader = new GgufLoader(
            path,
            options ?? new GgufOptions(),
            (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(GgufLoader.LogCategory),
            timeProvider ?? TimeProvider.System);
        return loader.LoadAsync(Path.GetFileNameWithoutExtension(path), progress, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        PredictAsync(input, options, waits: false, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Gives a <see cref="GgufInfo"/> too: what the model's file tells.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType.IsInstanceOfType(this) ? this : serviceType == typeof(GgufInfo) ? _info : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _disposed, 1);
        await _generator.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options, bool waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var updates = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate update in
            GenerateAsync(input, options, streams: false, waits, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
        }

        PredictionReport report = PredictionReport.TryGet(updates[^1], out PredictionReport? found)
            ? found
            : throw new EngineException("The answer ended without a report. This is a defect of the engine.");

        // The report is the response's, not the message's, which lives on in the conversation.
        updates[^1].AdditionalProperties = null;
        ChatResponse response = updates.ToChatResponse();
        response.AdditionalProperties = new AdditionalPropertiesDictionary { [PredictionReport.PropertyName] = report };
        return new Prediction<ChatResponse>(response, report);
    }

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _disposed) != 0)
        {
            throw LlamaScheduler.Disposed(Metadata.Name);
        }
    }
}
