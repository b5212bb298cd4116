namespace Inference.Sdk.Cli.Commands;

/// <summary>The command line is wrong in a way that only shows once its values are looked at together.</summary>
internal sealed class UsageException(string message) : Exception(message);
