using System.Diagnostics;
using System.Reflection;

namespace Inference.Sdk.Samples.Tests;

/// <summary>Runs samples/Quickstart, as built, in a process of its own.</summary>
internal static class QuickstartProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] arguments, string? input, CancellationToken cancellationToken)
    {
        string configuration = typeof(QuickstartProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Configuration").Value!;
        string assembly = Path.Combine(
            FindRoot(), "samples", "Quickstart", "bin", configuration, "net10.0", "Quickstart.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Inference.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Inference.Sdk.sln is in no folder above the tests.");
    }
}
