using System.Globalization;
using Inference.Sdk.Cli.Output;
using Spectre.Console;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>Shows an inspection to people.</summary>
internal static class InspectTables
{
    private const int LongestValue = 72;

    public static void Write(InspectReport report, IAnsiConsole console)
    {
        if (report.Gguf is { } gguf)
        {
            WriteGguf(report, gguf, console);
        }
        else if (report.Tabular is { } tabular)
        {
            WriteTabular(report, tabular, console);
        }
    }

    private static void WriteGguf(InspectReport report, GgufFacts facts, IAnsiConsole console)
    {
        new FactTable(facts.Name ?? Path.GetFileName(report.Path), "", "")
            .Add("file", $"{report.Path} ({Units.Bytes(report.FileBytes)}, GGUF version {facts.FormatVersion})")
            .Add("version", facts.ModelVersion)
            .Add("architecture", facts.Architecture)
            .Add("quantization", facts.Quantization)
            .Add("parameters", Units.Count(facts.Parameters))
            .Add("weights", string.Join(", ", facts.TensorTypes.Select(t => $"{t.Type} {Units.Bytes(t.Bytes)}")))
            .Add("layers", Text(facts.Layers))
            .Add("embedding", Text(facts.EmbeddingLength))
            .Add("attention heads", Text(facts.Heads))
            .Add("trained context", facts.TrainingContext is { } c ? $"{Units.Count(c)} tokens" : null)
            .Add("vocabulary", facts.Vocabulary is { } v ? $"{Units.Count(v)} tokens ({facts.Tokenizer ?? "unknown"})" : null)
            .Add("chat template", facts.HasChatTemplate ? "yes" : "no")
            .WriteTo(console);

        MemoryNeed memory = facts.Memory;
        new FactTable($"Memory for {memory.Sequences} x {Units.Count(memory.Context)} tokens", "", "")
            .Add("weights", Units.Bytes(memory.WeightsBytes))
            .Add("KV cache (16 bits)", memory.KvCacheBytes is { } kv ? Units.Bytes(kv) : "unknown for this architecture")
            .Add("compute buffers (estimate)", memory.ComputeBytesEstimate is { } e ? $"about {Units.Bytes(e)}" : "unknown")
            .Add("in all (estimate)", $"about {Units.Bytes(memory.TotalBytesEstimate)}")
            .WriteTo(console);

        var metadata = new FactTable("Metadata", "key", "value");
        foreach ((string key, string value) in facts.Metadata)
        {
            metadata.Add(key, Shorten(value));
        }

        metadata.WriteTo(console);
    }

    private static void WriteTabular(InspectReport report, TabularFacts facts, IAnsiConsole console)
    {
        OutputFacts output = facts.Output;
        new FactTable(facts.Model.Name, "", "")
            .Add("file", $"{report.Path} ({Units.Bytes(report.FileBytes)}, {facts.Model.Format})")
            .Add("version", facts.Model.Version)
            .Add("SHA-256", facts.Model.Sha256)
            .Add("objective", facts.Objective)
            .Add("trees", facts.Trees > 0 ? $"{Units.Count(facts.Trees)} with {Units.Count(facts.Leaves)} leaves" : null)
            .Add("output", output.Unit is null ? output.Name : $"{output.Name}, {output.Unit}")
            .Add("meaning", output.Description)
            .WriteTo(console);

        var features = new FactTable(
            $"{facts.Features.Count} features", "feature", "type", "required", "range", "unit", "meaning");
        foreach (FeatureFacts feature in facts.Features)
        {
            features.AddCells(
                feature.Name,
                feature.Type.ToString().ToLowerInvariant(),
                feature.Required ? "yes" : "no",
                Range(feature),
                feature.Unit ?? "",
                feature.Description ?? "");
        }

        features.WriteTo(console);
    }

    private static string Range(FeatureFacts feature) => feature.Categories.Count > 0
        ? Shorten(string.Join(" | ", feature.Categories))
        : (feature.Minimum, feature.Maximum) switch
        {
            ({ } low, { } high) => $"{Number(low)} to {Number(high)}",
            ({ } low, null) => $"from {Number(low)}",
            (null, { } high) => $"to {Number(high)}",
            _ => "",
        };

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string? Text(long? value) => value is { } number ? Units.Count(number) : null;

    private static string Shorten(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : $"{line[..LongestValue]}…";
    }
}
