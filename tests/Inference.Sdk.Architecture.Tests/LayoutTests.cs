namespace Inference.Sdk.Architecture.Tests;

public sealed class LayoutTests
{
    private const int MaxLines = 400;

    [Fact]
    public void Every_project_under_src_has_a_readme() => Findings.None(
        Repository.Projects
            .Where(p => !File.Exists(Path.Combine(Path.GetDirectoryName(p.Path)!, "README.md")))
            .Select(p => $"{p.Name} has no README.md. Its package shows it; write one."));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Inference.Sdk.sln")).Replace('\\', '/');

        Findings.None(Repository.AllProjectFiles()
            .Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal))
            .Select(p => $"{p} is not in the solution. Run: dotnet sln add {p}"));
    }

    [Fact]
    public void No_source_file_is_long()
    {
        string[] sources = [.. Repository.Sources()];

        Assert.NotEmpty(sources);
        Findings.None(sources
            .Select(path => (Path: path, Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MaxLines)
            .Select(file => $"{Repository.Relative(file.Path)} has {file.Lines} lines, more than {MaxLines}. Split it by "
                + "aspect."));
    }
}
