namespace Inference.Sdk.SemanticKernel.Tests.Readme;

/// <summary>What the documents show compiles, with no using that they leave out.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Inference.Sdk.SemanticKernel/README.md")]
    [InlineData("src/Inference.Sdk.LlamaCpp/README.md")]
    public async Task The_example_compiles(string path)
    {
        string document = await File.ReadAllTextAsync(
            RepositoryRoot.PathOf(path), TestContext.Current.CancellationToken);

        string block = Assert.Single(ReadmeCode.BlocksOf(document));

        Assert.Equal([], ReadmeCode.Compile(block));
    }

    [Fact]
    public void A_missing_using_and_a_null_that_is_not_looked_at_are_found()
    {
        Assert.Contains("CS0246", Assert.Single(ReadmeCode.Compile("var kernel = new Kernel();")));
        Assert.Contains("CS8602", Assert.Single(ReadmeCode.Compile(
            """
            Inference.Sdk.PredictionReport report = null!;
            Console.WriteLine(report.Energy.MidJoules);
            """)));
    }
}
