using System.CommandLine;

namespace Inference.Sdk.Cli.Commands;

/// <summary>A verb of the command line, with the examples that its help ends with.</summary>
internal sealed class VerbCommand(string name, string description) : Command(name, description)
{
    /// <summary>Gets command lines that show what the verb does.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
