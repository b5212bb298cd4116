using System.Reflection;
using System.Runtime.InteropServices;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Logging;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>Loads llama.cpp's libraries, once per process. Safe for concurrent use.</summary>
internal static class NativeRuntime
{
    private static readonly Lock Gate = new();
    private static nint _llama;
    private static nint _ggml;
    private static nint _ggmlBase;
    private static bool _resolves;
    private static NativeLibrarySet? _loaded;

    /// <summary>Gets the libraries that are loaded, or <see langword="null"/>.</summary>
    public static NativeLibrarySet? Loaded => Volatile.Read(ref _loaded);

    /// <summary>Loads the libraries, unless they are loaded already.</summary>
    /// <param name="logger">Where they log what no running call of a backend is the cause of; the first one stays.</param>
    /// <exception cref="ModelLoadException">They are missing, of another release, or do not load.</exception>
    public static void EnsureLoaded(ILogger logger)
    {
        if (Loaded is not null)
        {
            return;
        }

        lock (Gate)
        {
            if (_loaded is null)
            {
                NativeLibrarySet libraries = NativeLibraryLocator.ForProcess().Find();
                Load(libraries, logger);
                Volatile.Write(ref _loaded, libraries);
            }
        }
    }

    /// <summary>Looks whether the libraries are there, without loading them.</summary>
    /// <exception cref="ModelLoadException">They are missing, or of another release.</exception>
    public static void EnsureFound()
    {
        if (Loaded is null)
        {
            NativeLibraryLocator.ForProcess().Find();
        }
    }

    private static void Load(NativeLibrarySet libraries, ILogger logger)
    {
        // By full path and in this order, so that each finds those it needs among the loaded ones.
        _ggmlBase = LoadLibrary(libraries.GgmlBase);
        _ggml = LoadLibrary(libraries.Ggml);
        _llama = LoadLibrary(libraries.Llama);
        if (!_resolves)
        {
            NativeLibrary.SetDllImportResolver(typeof(NativeRuntime).Assembly, Resolve);
            _resolves = true;
        }

        try
        {
            CheckAbi(libraries);
            NativeLog.Install(logger);
            GgmlApi.BackendLoadAllFromPath(libraries.Folder);
            if (GgmlApi.DeviceCount() == 0)
            {
                throw Error($"llama.cpp found no plug-in for this machine's processor in {libraries.Folder}. The libraries "
                    + "ggml-cpu or ggml-cpu-* belong into the same folder as llama.");
            }

            LlamaApi.BackendInit();
        }
        catch (EntryPointNotFoundException missing)
        {
            throw Error($"The libraries in {libraries.Folder} are not of llama.cpp release "
                + $"{NativeLibraryLocator.ExpectedRelease}: {missing.Message}", missing);
        }
    }

    private static void CheckAbi(NativeLibrarySet libraries)
    {
        string? difference = AbiProbe.FindDifference(
            LlamaApi.ModelDefaultParams(),
            LlamaApi.ContextDefaultParams(),
            GgmlThreadPoolParams.ReadDefaults(AbiProbe.PoolThreads));
        if (difference is not null)
        {
            throw Error($"{libraries.Llama} ({libraries.Release ?? "its file name tells no release"}) lays out its "
                + $"parameters in another way than release {NativeLibraryLocator.ExpectedRelease}: {difference}. Use the "
                + "libraries of the package Inference.Sdk.LlamaCpp.Runtime.Cpu, or build that release.");
        }
    }

    private static nint LoadLibrary(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            throw Error($"{path} does not load: {failure.Message}", failure);
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name switch
    {
        LlamaApi.Library => _llama,
        GgmlApi.Library => _ggml,
        GgmlApi.BaseLibrary => _ggmlBase,
        _ => 0,
    };

    private static ModelLoadException Error(string message, Exception? cause = null) =>
        new(ModelLoadError.Runtime, path: null, message, cause);
}
