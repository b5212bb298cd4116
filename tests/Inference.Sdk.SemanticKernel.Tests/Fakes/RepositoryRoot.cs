namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>Finds files of the repository.</summary>
internal static class RepositoryRoot
{
    private static readonly string Folder = Find();

    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Inference.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Inference.Sdk.sln is in no folder above the tests.");
    }
}
