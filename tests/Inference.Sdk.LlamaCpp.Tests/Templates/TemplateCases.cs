using System.Text.Json;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

/// <summary>Finds the templates of real models with what transformers renders for them.</summary>
internal static class TemplateCases
{
    /// <summary>Names the environment variable with the folder.</summary>
    public const string Variable = "INFERENCE_TEMPLATE_CASES";

    /// <summary>Gets the folder: the variable's, or the shared one next to the repository.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(Path.Combine(FindRoot(), "..", "shared", "data", "templates"));

    /// <summary>Lists the templates that have cases.</summary>
    /// <returns>Their names; one empty name where there are none, for the test that says so.</returns>
    public static TheoryData<string> Names()
    {
        string[] names = Directory.Exists(Folder)
            ? [.. Directory.GetFiles(Folder, "*.json")
                .Where(path => File.Exists(Path.ChangeExtension(path, ".jinja")))
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Order(StringComparer.Ordinal)]
            : [];
        return [.. names.Length > 0 ? names : [string.Empty]];
    }

    /// <summary>Reads a template's source.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The source.</returns>
    public static string ReadSource(string name)
    {
        if (name.Length == 0)
        {
            Assert.Skip($"There are no template cases in {Folder}; set {Variable} to a folder that has some.");
        }

        return File.ReadAllText(Path.Combine(Folder, name + ".jinja"));
    }

    /// <summary>Reads a template's cases.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The cases by name.</returns>
    public static JsonDocument ReadCases(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Inference.Sdk.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? AppContext.BaseDirectory;
    }
}
