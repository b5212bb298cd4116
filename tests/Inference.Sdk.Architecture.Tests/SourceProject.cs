namespace Inference.Sdk.Architecture.Tests;

/// <summary>A project with the arrows that go out from it.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Path">Its file.</param>
/// <param name="Projects">The names of the projects it references.</param>
/// <param name="Packages">The names of the packages it references.</param>
internal sealed record SourceProject(
    string Name, string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);
