using Inference.Sdk.Catalog;

namespace Inference.Sdk.Tests.Catalog;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("assistent", "assistant")]
    [InlineData("ASSISTANT", "assistant")]
    [InlineData("asistan", "assistant")]
    [InlineData("house", null)]
    [InlineData("ab", null)]
    [InlineData("", null)]
    [InlineData("abd", "abc")]
    [InlineData("axy", null)]
    public void It_is_at_most_two_edits_away_and_fewer_than_half_of_the_letters(string name, string? expected) =>
        Assert.Equal(expected, NearMiss.Find(name, ["assistant", "abc", "house-price"]));

    [Fact]
    public void The_nearest_wins() => Assert.Equal("model-2", NearMiss.Find("model-22", ["model-1", "model-2", "mode"]));
}
