using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Native.Logging;

/// <summary>Takes what llama.cpp logs. The library knows one sink per process; what it logs on a thread that is inside a
/// <see cref="NativeLogScope"/> goes to that scope, the rest to the process' logger.</summary>
internal static unsafe class NativeLog
{
    [ThreadStatic]
    private static NativeLogScope? _current;

    // What the library logs on threads of its own. The scope joins the pieces of a line, so it takes one thread at a time.
    private static NativeLogScope _process = new(NullLogger.Instance);

    /// <summary>Makes the library log here, and no longer to the standard error stream.</summary>
    /// <param name="logger">Takes what belongs to no scope.</param>
    public static void Install(ILogger logger)
    {
        SetProcessLogger(logger);
        LlamaApi.LogSet(&Receive, null);
    }

    /// <summary>Sets who takes what belongs to no scope.</summary>
    /// <param name="logger">The logger.</param>
    public static void SetProcessLogger(ILogger logger) => Volatile.Write(ref _process, new NativeLogScope(logger));

    /// <summary>Directs what this thread's native calls log.</summary>
    /// <param name="scope">Where to.</param>
    /// <returns>Where it went before: give it to <see cref="Leave"/>.</returns>
    public static NativeLogScope? Enter(NativeLogScope scope)
    {
        NativeLogScope? previous = _current;
        _current = scope;
        return previous;
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    /// <param name="previous">What it returned.</param>
    public static void Leave(NativeLogScope? previous) => _current = previous;

    /// <summary>Takes a piece of a message, as the library's callback does.</summary>
    /// <param name="level">The library's level.</param>
    /// <param name="text">The text, with a line break where the line ends.</param>
    public static void Receive(NativeLogLevel level, string text)
    {
        NativeLogScope scope = _current ?? Volatile.Read(ref _process);
        lock (scope)
        {
            scope.Write(level, text);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(int level, byte* text, void* userData)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        Receive((NativeLogLevel)level, Encoding.UTF8.GetString(bytes));
    }
}
