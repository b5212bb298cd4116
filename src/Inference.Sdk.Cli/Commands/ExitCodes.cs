namespace Inference.Sdk.Cli.Commands;

/// <summary>What the process ends with; documented in the package's README.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The command failed; standard error says why.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by Ctrl+C or a termination signal: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
