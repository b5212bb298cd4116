using System.Diagnostics;
using System.Globalization;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

/// <summary>Well-formed headers of several architectures with wrong values: the native libraries end the process at what
/// the checks let through wrongly, so that this runs in a process of its own that says which header it was at.</summary>
public sealed class GgufArchitectureMutationTests
{
    private const int Mutations = 4_000;

    // Of each architecture; a load takes about ten milliseconds.
    private const int Loads = 40;

    private const string ReportVariable = "INFERENCE_SDK_HEADER_REPORT";

    public static TheoryData<string> Architectures => [.. TinyArchitecture.Names];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void An_unchanged_model_loads_and_computes(string architecture)
    {
        byte[] content = TinyArchitecture.Make(architecture).ToArray();

        Assert.True(HeaderTrial.IsAccepted(content));
        HeaderTrial.Use(content);
    }

    [Fact]
    public async Task Wrong_values_are_refused_or_harmless()
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is { } report)
        {
            Try(report);
            return;
        }

        report = Path.GetTempFileName();
        try
        {
            (int exitCode, string output) = await RunAloneAsync(report, TestContext.Current.CancellationToken);
            string last = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);

            Assert.True(exitCode == 0, $"Ended with {exitCode} at: {last}\n{output}");
            int[] counts = [.. last.Split(' ').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
            Assert.True(counts[0] > 10 * TinyArchitecture.Names.Count, $"Only {counts[0]} were accepted.");
            Assert.True(counts[1] > Mutations / 4, $"Only {counts[1]} were refused.");
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static void Try(string report)
    {
        int accepted = 0;
        int refused = 0;
        foreach (string architecture in TinyArchitecture.Names)
        {
            var random = new Random(1);
            int loads = 0;
            for (int i = 0; i < Mutations / TinyArchitecture.Names.Count; i++)
            {
                GgufWriter writer = TinyArchitecture.Make(architecture);
                string[] changes =
                    [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => HeaderMutation.Apply(writer, architecture, random))];
                byte[] content = writer.ToArray();
                if (!HeaderTrial.IsAccepted(content))
                {
                    refused++;
                }
                else if (++loads <= Loads)
                {
                    accepted++;
                    File.WriteAllText(report, $"{architecture}: {string.Join(", ", changes)}");
                    HeaderTrial.Use(content);
                }
            }
        }

        File.WriteAllText(report, $"{accepted} {refused}");
    }

    private static async Task<(int ExitCode, string Output)> RunAloneAsync(string report, CancellationToken cancellationToken)
    {
        string test = $"{typeof(GgufArchitectureMutationTests).FullName}.{nameof(Wrong_values_are_refused_or_harmless)}";
        var start = new ProcessStartInfo(
            "dotnet", [typeof(GgufArchitectureMutationTests).Assembly.Location, "-method", test, "-noColor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ReportVariable] = report;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
