using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Cli.Hosting;

/// <summary>Writes one category's log messages to standard error, a line each, with their exceptions.</summary>
internal sealed class StandardErrorLogger(string category, TextWriter writer, Lock gate) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Debug and < LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        string message = $"{logLevel.ToString().ToLowerInvariant()}: {category}[{eventId.Id}]: {formatter(state, exception)}";
        lock (gate)
        {
            writer.WriteLine(exception is null ? message : $"{message}{Environment.NewLine}{exception}");
        }
    }
}
