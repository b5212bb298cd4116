using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Native.Logging;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Loads GGUF files with llama.cpp. Safe for concurrent use.</summary>
internal static unsafe class NativeModelLoader
{
    /// <summary>Loads a model and makes its context. Blocks: reads the whole file in the worst case.</summary>
    /// <param name="path">The GGUF file.</param>
    /// <param name="options">How to load it.</param>
    /// <param name="logger">Takes what the library logs.</param>
    /// <param name="progress">Told how much is loaded, from 0 to 1, on the calling thread.</param>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <returns>The backend. The caller disposes it.</returns>
    /// <exception cref="InferenceConfigurationException">An option is out of range.</exception>
    /// <exception cref="ModelLoadException">The file, the libraries or the memory do not allow it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static NativeBackend Load(
        string path,
        LlamaLoadOptions options,
        ILogger logger,
        IProgress<float>? progress = null,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> errors = LlamaLoadOptionsValidator.Validate(options);
        if (errors.Count > 0)
        {
            throw new InferenceConfigurationException(errors);
        }

        cancellationToken.ThrowIfCancellationRequested();

        // Before the library sees the file: it ends the process at some of the errors that are found here.
        GgufModelCheck.Check(GgufFile.Read(path));
        NativeRuntime.EnsureLoaded(logger);
        cancellationToken.ThrowIfCancellationRequested();

        var placement = new LayerPlacementReader();
        var log = new NativeLogScope(logger, placement.Read);
        NativeLogScope? outer = NativeLog.Enter(log);
        LlamaModelHandle? model = null;
        try
        {
            model = LoadModel(path, options, log, progress, cancellationToken);
            NativeBackend backend = MakeContext(path, model, placement.ToPlacement(), options, log, logger);
            Log.ModelLoaded(logger, path, backend.Facts.Description, backend.MaxSequences, backend.SequenceContextLength);
            model = null;
            return backend;
        }
        finally
        {
            model?.Dispose();
            NativeLog.Leave(outer);
        }
    }

    /// <summary>Loads a file's vocabulary only.</summary>
    /// <param name="path">The GGUF file; its weights may be missing.</param>
    /// <param name="logger">Takes what the library logs.</param>
    /// <returns>The vocabulary, and the model that the caller disposes.</returns>
    /// <exception cref="ModelLoadException">The file or the libraries do not allow it.</exception>
    public static (NativeVocabulary Vocabulary, LlamaModelHandle Model) LoadVocabulary(string path, ILogger logger)
    {
        GgufModelCheck.CheckVocabulary(GgufFile.Read(path));
        NativeRuntime.EnsureLoaded(logger);
        var log = new NativeLogScope(logger);
        NativeLogScope? outer = NativeLog.Enter(log);
        try
        {
            LlamaModelParams parameters = LlamaParameters.DefaultModel();
            parameters.VocabOnly = 1;
            var model = new LlamaModelHandle(LlamaApi.ModelLoadFromFile(path, parameters));
            return model.IsInvalid ? throw LoadFailure(path, log) : (new NativeVocabulary(model), model);
        }
        finally
        {
            NativeLog.Leave(outer);
        }
    }

    private static LlamaModelHandle LoadModel(
        string path,
        LlamaLoadOptions options,
        NativeLogScope log,
        IProgress<float>? progress,
        CancellationToken cancellationToken)
    {
        using var reporting = new LoadProgress(progress, cancellationToken);

        // The library reads as many shares as it knows devices at most.
        float[] split = GC.AllocateArray<float>(Math.Max((int)LlamaApi.MaxDevices(), options.TensorSplit.Count), pinned: true);
        for (int i = 0; i < options.TensorSplit.Count; i++)
        {
            split[i] = options.TensorSplit[i];
        }

        LlamaModelParams parameters = LlamaParameters.Model(options);
        parameters.TensorSplit = options.TensorSplit.Count > 0 ? (float*)Unsafe.AsPointer(ref split[0]) : null;
        parameters.ProgressCallback = LoadProgress.Callback;
        parameters.ProgressCallbackUserData = reporting.State;
        var model = new LlamaModelHandle(LlamaApi.ModelLoadFromFile(path, parameters), split);
        if (model.IsInvalid)
        {
            reporting.ThrowIfEnded();
            throw LoadFailure(path, log);
        }

        return model;
    }

    private static NativeBackend MakeContext(
        string path,
        LlamaModelHandle model,
        LayerPlacement placement,
        LlamaLoadOptions options,
        NativeLogScope log,
        ILogger logger)
    {
        if (LlamaApi.ModelHasEncoder(model) || LlamaApi.ModelIsDiffusion(model))
        {
            throw new ModelLoadException(
                ModelLoadError.Unsupported, path,
                $"{path} is not a model that generates text token by token. Use a decoder-only model.");
        }

        LlamaModelFacts facts = ReadFacts(model, placement);
        int length = options.ContextLength
            ?? Math.Min(LlamaLoadOptions.DefaultContextLength, Math.Max(1, facts.TrainingContextLength));
        if (length > facts.TrainingContextLength)
        {
            Log.ContextBeyondTraining(logger, path, length, facts.TrainingContextLength);
        }

        StepThreads threads = LlamaParameters.Threads(options, placement);
        LlamaContextParams parameters = LlamaParameters.Context(options, threads, length, path);
        var abort = new AbortSwitch();
        parameters.AbortCallback = AbortSwitch.Callback;
        parameters.AbortCallbackData = abort.State;
        LlamaContextHandle context = LlamaContextHandle.Create(model, parameters, abort);
        try
        {
            if (context.IsInvalid)
            {
                throw ContextFailure(path, parameters, log);
            }

            if (LlamaApi.GetMemory(context) == 0)
            {
                throw new ModelLoadException(
                    ModelLoadError.Unsupported, path,
                    $"{path} keeps no memory of past tokens, so it cannot generate text: it is an embedding model. Use a model "
                    + "that generates text.");
            }

            var shape = new ContextShape(
                length, options.MaxSequences, options.MaxOutputs ?? int.MaxValue, threads, options.Polling);
            return new NativeBackend(model, context, abort, new NativeVocabulary(model), facts, shape, logger);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    private static LlamaModelFacts ReadFacts(LlamaModelHandle model, LayerPlacement placement)
    {
        Span<byte> description = stackalloc byte[256];
        int length;
        fixed (byte* buffer = description)
        {
            // The length that the whole description has, which may be more than there is room for.
            length = LlamaApi.ModelDescription(model, buffer, (nuint)description.Length);
        }

        byte* template = LlamaApi.ModelChatTemplate(model, null);
        return new LlamaModelFacts
        {
            Description = Encoding.UTF8.GetString(description[..Math.Clamp(length, 0, description.Length - 1)]),
            ParameterCount = (long)LlamaApi.ModelParameterCount(model),
            SizeBytes = (long)LlamaApi.ModelSize(model),
            TrainingContextLength = LlamaApi.ModelTrainingContext(model),
            Layers = LlamaApi.ModelLayers(model),
            EmbeddingLength = LlamaApi.ModelEmbeddingLength(model),
            Placement = placement,
            ForgetsPartially = !LlamaApi.ModelIsRecurrent(model) && !LlamaApi.ModelIsHybrid(model),
            ChatTemplate = template is null ? null : Marshal.PtrToStringUTF8((nint)template),
        };
    }

    private static ModelLoadException LoadFailure(string path, NativeLogScope log)
    {
        // The library tells failures in words only. A file that passed our checks and is refused nevertheless contradicts
        // itself, but for these.
        ModelLoadError reason = IsOutOfMemory(log.Errors) ? ModelLoadError.OutOfMemory
            : log.Errors.Contains("unknown", StringComparison.OrdinalIgnoreCase) ? ModelLoadError.Unsupported
            : ModelLoadError.Corrupt;
        string remedy = reason switch
        {
            ModelLoadError.OutOfMemory => "Free memory, or use a smaller quantization of the model.",
            ModelLoadError.Unsupported => "Use a model that this release of llama.cpp knows.",
            _ => "Fetch the file again, or convert the model again.",
        };
        return new ModelLoadException(reason, path, $"llama.cpp refuses {path}: {log.Errors}. {remedy}");
    }

    private static ModelLoadException ContextFailure(string path, LlamaContextParams parameters, NativeLogScope log) =>
        IsOutOfMemory(log.Errors)
            ? new ModelLoadException(
                ModelLoadError.OutOfMemory, path,
                $"There is not enough memory for {parameters.ContextTokens} tokens of context for {path}: {log.Errors}. Ask for a "
                + "shorter context or fewer sequences.")
            : new ModelLoadException(
                ModelLoadError.Unsupported, path,
                $"llama.cpp cannot make a context for {path}: {log.Errors}. Change the options that it names.");

    private static bool IsOutOfMemory(string errors) =>
        errors.Contains("allocate", StringComparison.OrdinalIgnoreCase)
        || errors.Contains("out of memory", StringComparison.OrdinalIgnoreCase);
}
