using System.CommandLine;
using System.CommandLine.Invocation;
using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Commands;

/// <summary>Writes this program's version, without the commit.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProductVersion.Text);
        return ExitCodes.Success;
    }
}
