using System.Diagnostics;

namespace Inference.Sdk.Samples.Tests;

/// <summary>Packs Inference.Sdk.LlamaCpp.Runtime.Cpu up to its list of files, from a folder in which one platform's
/// libraries arrived.</summary>
public sealed class RuntimePackageTests : IDisposable
{
    private const string Missing =
        "error LLAMACPP007: The package would lack the libraries of linux-arm64, osx-arm64, osx-x64, win-arm64, win-x64.";

    private readonly string _modules = Directory.CreateTempSubdirectory("inference-modules-").FullName;

    public RuntimePackageTests()
    {
        string libraries = Path.Combine(_modules, "@node-llama-cpp", "linux-x64", "bins", "linux-x64");
        Directory.CreateDirectory(libraries);
        foreach (string name in new[] { "libllama.so", "libggml.so", "llama-addon.node" })
        {
            File.WriteAllText(Path.Combine(libraries, name), "");
        }

        // Newer than what they were fetched by, so that nothing is fetched.
        File.WriteAllText(Path.Combine(_modules, ".fetched"), "");
        File.WriteAllText(Path.Combine(_modules, ".fetched-all"), "");
    }

    [Theory]
    [InlineData()]
    [InlineData("-p:AllPlatforms=true")]
    public async Task A_package_that_lacks_platforms_is_refused(params string[] arguments)
    {
        (int exitCode, string output) = await PackAsync(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(Missing, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_this_machine_is_made_where_it_is_asked_for()
    {
        (int exitCode, string output) = await PackAsync("-p:AllPlatforms=false", "-getItem:TfmSpecificPackageFile");

        Assert.True(exitCode == 0, output);
        Assert.Contains("\"PackagePath\": \"runtimes/linux-x64/native/libllama.so\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("llama-addon", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_modules, recursive: true);

    private async Task<(int ExitCode, string Output)> PackAsync(params string[] arguments)
    {
        string project = Path.Combine(
            QuickstartProcess.FindRoot(), "src", "Inference.Sdk.LlamaCpp.Runtime.Cpu",
            "Inference.Sdk.LlamaCpp.Runtime.Cpu.csproj");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", project, "-target:AddLlamaCppToPackage", $"-p:LlamaCppModules={_modules}/", "-nodeReuse:false",
                "-nologo", .. arguments,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("INFERENCE_LLAMACPP_PATH");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
