using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Cli.Hosting;

/// <summary>Logs to standard error, so that standard output stays the result alone.</summary>
internal sealed class StandardErrorLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new StandardErrorLogger(categoryName, writer, _gate);

    public void Dispose()
    {
        // The writer belongs to the console.
    }
}
