namespace Inference.Sdk.Cli.Commands;

/// <summary>The world a command sees: its streams and its clock. Tests fill it with their own.</summary>
internal sealed class CliConsole
{
    /// <summary>Gets standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Gets standard output. Only results go there.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Gets standard error: notes, progress, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets whether input comes from a pipe or a file, so that reading it does not wait for someone to type.</summary>
    public bool IsInputRedirected { get; init; } = true;

    /// <summary>Gets whether standard output is a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Gets whether standard error is a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
