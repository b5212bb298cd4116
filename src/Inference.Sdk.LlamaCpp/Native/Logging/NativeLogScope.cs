using System.Text;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Native.Logging;

/// <summary>Makes log messages of the pieces that llama.cpp logs, and keeps the last errors for an exception's message.
/// Used by one thread at a time.</summary>
internal sealed class NativeLogScope
{
    private const int KeptErrors = 8;
    private readonly ILogger _logger;
    private readonly Action<string>? _onLine;
    private readonly StringBuilder _line = new();
    private readonly Queue<string> _errors = new();
    private NativeLogLevel _level = NativeLogLevel.Info;
    private bool _loggerFails;

    /// <summary>Makes a scope.</summary>
    /// <param name="logger">Takes the messages.</param>
    /// <param name="onLine">Reads each line too, whatever its level. It must not throw: native frames are above it.</param>
    public NativeLogScope(ILogger logger, Action<string>? onLine = null)
    {
        _logger = logger;
        _onLine = onLine;
    }

    /// <summary>Gets the last errors, oldest first, on one line; empty where there was none.</summary>
    public string Errors => string.Join("; ", _errors);

    /// <summary>Forgets the errors so far.</summary>
    public void ClearErrors() => _errors.Clear();

    /// <summary>Takes a piece of a message.</summary>
    /// <param name="level">Its level; a continuation has that of its line.</param>
    /// <param name="text">Its text; each line break in it ends a message.</param>
    public void Write(NativeLogLevel level, string text)
    {
        if (level != NativeLogLevel.Continuation)
        {
            Flush();
            _level = level;
        }

        int start = 0;
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            _line.Append(text, start, end - start);
            Flush();
            start = end + 1;
        }

        _line.Append(text, start, text.Length - start);
    }

    private void Flush()
    {
        string line = _line.ToString().Trim();
        _line.Clear();
        if (line.Length == 0)
        {
            return;
        }

        _onLine?.Invoke(line);
        if (_level == NativeLogLevel.Error)
        {
            Keep(line);
        }

        LogLevel level = _level switch
        {
            NativeLogLevel.Error => LogLevel.Error,
            NativeLogLevel.Warning => LogLevel.Warning,
            NativeLogLevel.Debug => LogLevel.Trace,
            _ => LogLevel.Debug,
        };
        if (_loggerFails)
        {
            return;
        }

        try
        {
            Log.LlamaCpp(_logger, level, line);
        }
        catch (Exception failure)
        {
            // An exception must not cross the native frames above. It is told with the next error, and the logger is not
            // asked again.
            _loggerFails = true;
            Keep($"the logger failed: {failure.Message}");
        }
    }

    private void Keep(string error)
    {
        if (_errors.Count == KeptErrors)
        {
            _errors.Dequeue();
        }

        _errors.Enqueue(error);
    }
}
