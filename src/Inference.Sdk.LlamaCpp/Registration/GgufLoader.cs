using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Options;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Registration;

/// <summary>Loads a GGUF model step by step: header, weights, hash, scheduler. Safe for concurrent use.</summary>
/// <param name="path">The file.</param>
/// <param name="options">How it is loaded.</param>
/// <param name="logger">Takes messages.</param>
/// <param name="timeProvider">What time it is.</param>
internal sealed class GgufLoader(string path, GgufOptions options, ILogger logger, TimeProvider timeProvider)
{
    /// <summary>The category of the engine's log.</summary>
    public const string LogCategory = "Inference.Sdk.LlamaCpp";

    /// <summary>Describes the model by its header.</summary>
    /// <param name="name">The predictor's name.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ModelLoadException">The header cannot be read.</exception>
    public PredictorMetadata Describe(string name)
    {
        GgufInfo info = GgufInfo.Read(path);
        return Describe(name, info, ReadTemplate(info), hash: null);
    }

    /// <summary>Finds out whether the model can be loaded, as far as its header and the places of the native libraries
    /// tell.</summary>
    /// <exception cref="ModelLoadException">It cannot.</exception>
    /// <exception cref="InferenceConfigurationException">It cannot for several reasons, each of which it tells.</exception>
    public void Check() => Check(NativeRuntime.EnsureFound);

    /// <inheritdoc cref="Check()"/>
    /// <param name="findRuntime">Looks for the native libraries.</param>
    internal void Check(Action findRuntime)
    {
        var errors = new List<ModelLoadException>();
        Gather(CheckFile);
        Gather(findRuntime);
        if (errors.Count == 1)
        {
            ExceptionDispatchInfo.Throw(errors[0]);
        }
        else if (errors.Count > 1)
        {
            throw new InferenceConfigurationException(
                [.. errors.Select(error => error.Message)], new AggregateException(errors));
        }

        void Gather(Action check)
        {
            try
            {
                check();
            }
            catch (ModelLoadException error)
            {
                errors.Add(error);
            }
        }
    }

    /// <summary>Loads the model.</summary>
    /// <param name="name">The predictor's name.</param>
    /// <param name="progress">Told how much of the weights is loaded, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <returns>The predictor. The caller disposes it.</returns>
    /// <exception cref="InferenceConfigurationException">An option is out of its range.</exception>
    /// <exception cref="ModelLoadException">The file, the native libraries or the memory do not allow it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<GgufPredictor> LoadAsync(
        string name, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        string[] errors = [.. GgufOptionsValidator.RangeErrors(options).Select(error => $"{name}:{error}")];
        if (errors.Length > 0)
        {
            throw new InferenceConfigurationException(errors);
        }

        cancellationToken.ThrowIfCancellationRequested();
        long began = timeProvider.GetTimestamp();
        GgufInfo info = GgufInfo.Read(path);
        ChatTemplate template = ReadTemplate(info);
        SamplingParameters sampling = ReadSampling(info);
        NativeBackend backend = await LoadBackendAsync(
            new LoadProgressLog(name, logger, timeProvider, progress), cancellationToken).ConfigureAwait(false);
        GgufPredictor predictor;
        try
        {
            // After all that can fail, since it reads the whole file: who asks again for a model that does not load should
            // not wait for it each time.
            string? hash = options.HashModel ? await HashAsync(cancellationToken).ConfigureAwait(false) : null;
            predictor = await NewPredictorAsync(name, info, template, sampling, hash, backend).ConfigureAwait(false);
        }
        catch
        {
            backend.Dispose();
            throw;
        }

        if (template.IsFallback)
        {
            Chat.Log.ChatTemplateMissing(logger, path);
        }

        Chat.Log.ModelLoaded(
            logger,
            name,
            path,
            timeProvider.GetElapsedTime(began).TotalMilliseconds,
            backend.MaxSequences,
            backend.SequenceContextLength,
            template.ToolCalls?.Name ?? "none");
        return predictor;
    }

    private async Task<GgufPredictor> NewPredictorAsync(
        string name, GgufInfo info, ChatTemplate template, SamplingParameters sampling, string? hash, NativeBackend backend)
    {
        PredictorMetadata metadata = Describe(name, info, template, hash);
        metadata = metadata with
        {
            Device = backend.Facts.Placement.Device,
            Properties = new Dictionary<string, string>(metadata.Properties)
            {
                ["context_length"] = backend.SequenceContextLength.ToString(CultureInfo.InvariantCulture),
                ["max_sequences"] = backend.MaxSequences.ToString(CultureInfo.InvariantCulture),
                ["threads"] = backend.Threads.Decode.ToString(CultureInfo.InvariantCulture),
                ["prompt_threads"] = backend.Threads.Prompt.ToString(CultureInfo.InvariantCulture),
                ["gpu_layers"] = backend.Facts.Placement.Describe(),
            },
        };
        SchedulerOptions division = GgufOptionsMapping.ToSchedulerOptions(options) with { Name = name };
        var scheduler = new LlamaScheduler(backend, division, timeProvider, logger);
        try
        {
            return new GgufPredictor(
                scheduler, backend.Vocabulary, template, sampling, metadata, backend.MaxSequences, timeProvider, info);
        }
        catch
        {
            await scheduler.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private PredictorMetadata Describe(string name, GgufInfo info, ChatTemplate template, string? hash)
    {
        var properties = new Dictionary<string, string>
        {
            ["chat_template"] = template.IsFallback ? "chatml (the file has none)"
                : options.ChatTemplatePath is null ? "file"
                : nameof(GgufOptions.ChatTemplatePath),
            ["tool_calls"] = template.ToolCalls?.Name ?? "none",
            ["parameters"] = info.ParameterCount.ToString(CultureInfo.InvariantCulture),
            ["file_bytes"] = info.FileLength.ToString(CultureInfo.InvariantCulture),
        };
        AddIfKnown("architecture", info.Architecture);
        AddIfKnown("quantization", info.Quantization);
        AddIfKnown("training_context_length", info.ContextLength?.ToString(CultureInfo.InvariantCulture));
        return new PredictorMetadata
        {
            Name = name,
            Kind = PredictorKind.LanguageModel,
            // The library decides when it loads the model.
            Device = "unknown",
            Model = new ModelIdentity
            {
                Name = info.Name ?? Path.GetFileNameWithoutExtension(path),
                Version = info.ModelVersion,
                Format = "gguf",
                Sha256 = hash,
            },
            Properties = properties,
        };

        void AddIfKnown(string key, string? value)
        {
            if (value is not null)
            {
                properties[key] = value;
            }
        }
    }

    private void CheckFile()
    {
        GgufFile file = GgufFile.Read(path);
        GgufModelCheck.Check(file);
        var info = new GgufInfo(file);
        ReadTemplate(info);
        ReadSampling(info);
    }

    private ChatTemplate ReadTemplate(GgufInfo info) => options.ChatTemplatePath is { } template
        ? ChatTemplate.Read(template)
        : ChatTemplate.Create(info.ChatTemplate, path);

    private SamplingParameters ReadSampling(GgufInfo info)
    {
        try
        {
            return SamplingDefaults.Read(info.Metadata);
        }
        catch (InvalidRequestException error)
        {
            throw new ModelLoadException(
                ModelLoadError.Corrupt,
                path,
                $"{path} recommends sampling (general.sampling.*) that cannot be done: {error.Message} Repair the file's "
                + "metadata.",
                error);
        }
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        long began = timeProvider.GetTimestamp();
        try
        {
            var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                bufferSize: 1 << 20,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false))
            {
                byte[] hash = await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
                Chat.Log.ModelHashed(logger, path, timeProvider.GetElapsedTime(began).TotalMilliseconds);
                return Convert.ToHexStringLower(hash);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException(
                ModelLoadError.AccessDenied, path, $"{path} cannot be read: {error.Message}", error);
        }
    }

    // Loading blocks for as long as the weights take to come in: on a thread of its own, not on one of the pool's.
    private Task<NativeBackend> LoadBackendAsync(IProgress<float> progress, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => NativeModelLoader.Load(path, GgufOptionsMapping.ToLoadOptions(options), logger, progress, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
}
