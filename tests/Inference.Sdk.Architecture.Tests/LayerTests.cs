namespace Inference.Sdk.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Arrows_point_down()
    {
        Assert.NotEmpty(Repository.Projects);
        Findings.None(LayerRules.Violations(Repository.Projects));
    }

    [Fact]
    public void The_arrows_are_really_read()
    {
        SourceProject core = Repository.Projects.Single(p => p.Name == "Inference.Sdk");

        Assert.Equal(["Inference.Sdk.Abstractions"], core.Projects);
        Assert.Contains("Microsoft.Extensions.Options", core.Packages);
    }

    [Theory]
    [InlineData(
        "Inference.Sdk.Tabular",
        "Inference.Sdk",
        "Inference.Sdk.Tabular (Engine) references Inference.Sdk (Core). Engine may reference only: Contracts.")]
    [InlineData(
        "Inference.Sdk",
        "Inference.Sdk.LlamaCpp",
        "Inference.Sdk (Core) references Inference.Sdk.LlamaCpp (Engine). Core may reference only: Contracts.")]
    [InlineData(
        "Inference.Sdk.Abstractions",
        "Inference.Sdk",
        "Inference.Sdk.Abstractions (Contracts) references Inference.Sdk (Core). Contracts references nothing.")]
    [InlineData(
        "Inference.Sdk.LlamaCpp",
        "Inference.Sdk.Tabular",
        "Inference.Sdk.LlamaCpp (Engine) references Inference.Sdk.Tabular (Engine). Engine may reference only: Contracts.")]
    [InlineData(
        "Inference.Sdk.SemanticKernel",
        "Inference.Sdk.LlamaCpp",
        "Inference.Sdk.SemanticKernel (Host) references Inference.Sdk.LlamaCpp (Engine). Host may reference only: Contracts, "
        + "Core.")]
    [InlineData(
        "Inference.Sdk.LlamaCpp.Runtime.Cpu",
        "Inference.Sdk.Abstractions",
        "Inference.Sdk.LlamaCpp.Runtime.Cpu (Assets) references Inference.Sdk.Abstractions (Contracts). Assets references "
        + "nothing.")]
    [InlineData(
        "Inference.Sdk",
        "Inference.Sdk.Novel",
        "Inference.Sdk (Core) references Inference.Sdk.Novel, which has no layer. Core may reference only: Contracts.")]
    public void An_arrow_that_points_up_is_found(string from, string to, string expected) =>
        Assert.Equal([expected], LayerRules.Violations([new SourceProject(from, "x", [to], [])]));

    [Theory]
    [InlineData("Inference.Sdk.Cli", "Inference.Sdk.LlamaCpp")]
    [InlineData("Inference.Sdk.Cli", "Inference.Sdk")]
    [InlineData("Inference.Sdk.AspNetCore", "Inference.Sdk")]
    [InlineData("Inference.Sdk.LLamaSharp", "Inference.Sdk.LlamaCpp")]
    [InlineData("Inference.Sdk.Tabular", "Inference.Sdk.Abstractions")]
    public void An_arrow_that_points_down_is_fine(string from, string to) =>
        Assert.Empty(LayerRules.Violations([new SourceProject(from, "x", [to], [])]));

    [Fact]
    public void A_project_without_a_layer_is_found() => Assert.Equal(
        ["Inference.Sdk.Novel has no layer. Add it to LayerRules.Layers and to the table of packages in docs/architecture.md."],
        LayerRules.Violations([new SourceProject("Inference.Sdk.Novel", "x", [], [])]));

    [Fact]
    public void A_package_of_a_higher_layer_is_found()
    {
        Assert.Equal(
            ["Inference.Sdk.Tabular (Engine) references the package Microsoft.SemanticKernel.Core, which is for Host, "
                + "Application."],
            LayerRules.Violations(
                [new SourceProject("Inference.Sdk.Tabular", "x", [], ["Microsoft.SemanticKernel.Core"])]));
        Assert.Empty(LayerRules.Violations(
            [new SourceProject("Inference.Sdk.SemanticKernel", "x", [], ["Microsoft.SemanticKernel.Core"])]));
    }
}
