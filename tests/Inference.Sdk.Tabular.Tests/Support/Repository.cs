namespace Inference.Sdk.Tabular.Tests;

/// <summary>Where the repository and the data beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string CasesFolder =>
        Environment.GetEnvironmentVariable("INFERENCE_TABULAR_CASES")
        ?? Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "tabular"));

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Inference.Sdk.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
