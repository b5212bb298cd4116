using System.Xml.Linq;

namespace Inference.Sdk.Architecture.Tests;

/// <summary>What the tests read: the project files and sources as they lie on the disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the projects under <c>src</c>.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>Gets the C# files that people wrote under <c>src</c>.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(IsWritten);

    /// <summary>Gets every project file of the repository, relative to its root, with forward slashes.</summary>
    public static IEnumerable<string> AllProjectFiles() =>
        new[] { "src", "tests", "samples" }
            .Select(top => Path.Combine(Root, top))
            .Where(Directory.Exists)
            .SelectMany(top => Directory.EnumerateFiles(top, "*.csproj", SearchOption.AllDirectories))
            .Where(IsWritten)
            .Select(Relative);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsWritten(string path)
    {
        string[] parts = Relative(path).Split('/');
        return !parts.Contains("obj") && !parts.Contains("bin");
    }

    private static SourceProject Read(string path)
    {
        XDocument project = XDocument.Load(path);
        return new SourceProject(
            Path.GetFileNameWithoutExtension(path),
            path,
            [.. Includes("ProjectReference").Select(i => Path.GetFileNameWithoutExtension(i.Replace('\\', '/')))],
            [.. Includes("PackageReference")]);

        IEnumerable<string> Includes(string item) => project.Descendants()
            .Where(e => e.Name.LocalName == item)
            .Select(e => (string?)e.Attribute("Include"))
            .OfType<string>();
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Inference.Sdk.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Inference.Sdk.sln above {AppContext.BaseDirectory}.");
    }
}
