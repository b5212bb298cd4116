namespace Inference.Sdk.Abstractions.Tests.Predictions;

public sealed class PredictionOptionsTests
{
    [Fact]
    public void A_copy_is_of_the_same_type_and_independent()
    {
        var options = new Derived { PredictionId = Guid.NewGuid(), Depth = 3 };

        Derived copy = Assert.IsType<Derived>(options.Clone());
        copy.PredictionId = null;
        copy.Depth = 4;

        Assert.NotNull(options.PredictionId);
        Assert.Equal((3, 4), (options.Depth, copy.Depth));
    }

    private sealed class Derived : PredictionOptions
    {
        public int Depth { get; set; }
    }
}
