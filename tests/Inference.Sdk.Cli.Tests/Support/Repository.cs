namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>Finds files of the repository from where the tests run.</summary>
internal static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(() =>
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Inference.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Inference.Sdk.sln is in no folder above the tests.");
    });

    public static string Root => LazyRoot.Value;

    /// <summary>Gets the path of a sample model; the test is skipped where it is not there.</summary>
    public static string SampleModel(string name) => OrSkip(Path.Combine(Root, "samples", "models", name));

    /// <summary>Gets the path of shared test data, which lies beside the repository; the test is skipped where it is not
    /// there.</summary>
    public static string SharedData(params string[] parts) =>
        OrSkip(Path.GetFullPath(Path.Combine([Root, "..", "shared", "data", .. parts])));

    private static string OrSkip(string path)
    {
        Assert.SkipUnless(File.Exists(path), $"There is no {Path.GetFileName(path)} at {path}.");
        return path;
    }
}
