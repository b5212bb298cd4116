using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Tests.Native.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectingLogger : ILogger
{
    private readonly List<(LogLevel Level, string Text)> _messages = [];

    /// <summary>Gets or sets what happens at each message.</summary>
    public Action<string>? OnMessage { get; set; }

    public IReadOnlyList<(LogLevel Level, string Text)> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string text = formatter(state, exception);
        lock (_messages)
        {
            _messages.Add((logLevel, text));
        }

        OnMessage?.Invoke(text);
    }
}
