using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Output;
using Inference.Sdk.Tabular;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>`inference inspect`: what a model's file tells, and what it needs.</summary>
internal sealed class InspectVerb(CliConsole console)
{
    public async Task RunAsync(InspectSettings settings, CancellationToken cancellationToken)
    {
        InspectReport report = await InspectAsync(settings, cancellationToken).ConfigureAwait(false);
        if (settings.Json)
        {
            await JsonOutput.WriteAsync(
                console.Out, report, CliJsonContext.Default.InspectReport, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            InspectTables.Write(report, Consoles.Create(console.Out, console.IsOutputTerminal));
        }
    }

    private static async Task<InspectReport> InspectAsync(
        InspectSettings settings, CancellationToken cancellationToken)
    {
        string path = settings.Model;
        if (await IsGgufAsync(path, cancellationToken).ConfigureAwait(false))
        {
            GgufFacts facts = GgufInspection.Inspect(path, settings.Context, settings.Sequences);
            return new InspectReport
            {
                Kind = "gguf",
                Path = path,
                FileBytes = new FileInfo(path).Length,
                Gguf = facts,
            };
        }

        TabularModel model = await TabularModel.LoadAsync(path, null, cancellationToken).ConfigureAwait(false);
        return new InspectReport
        {
            Kind = "tabular",
            Path = path,
            FileBytes = new FileInfo(path).Length,
            Tabular = TabularFacts.From(model),
        };
    }

    // By content; a file that only is named like one is read as one too, since that reader says best what it is instead.
    private static async Task<bool> IsGgufAsync(string path, CancellationToken cancellationToken)
    {
        if (path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
        {
            return path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase);
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            byte[] magic = new byte[4];
            int read = await stream.ReadAtLeastAsync(magic, magic.Length, false, cancellationToken).ConfigureAwait(false);
            return magic.AsSpan(0, read).SequenceEqual("GGUF"u8);
        }
    }
}
