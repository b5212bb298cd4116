using Inference.Sdk.Cli.Bench.Llm;

namespace Inference.Sdk.Cli.Tests.Bench.Llm;

public sealed class LoopBatchTests
{
    [Fact]
    public void Prompts_fill_batches_and_then_every_sequence_gets_a_token_a_step()
    {
        LoopSequence[] sequences = [new([1, 2, 3], 2), new([4, 5], 2)];
        var batch = new LoopBatch(4);

        Assert.Equal(4, batch.Fill(sequences).Count);
        Assert.Equal([(2, 0)], batch.Outputs);
        sequences[0].Add(10, 0.1);

        batch.Fill(sequences);
        Assert.Equal([(0, 0), (1, 1)], batch.Outputs);
        sequences[0].Add(11, 0.2);
        sequences[1].Add(20, 0.2);

        batch.Fill(sequences);
        Assert.Equal([(0, 1)], batch.Outputs);
        sequences[1].Add(21, 0.3);

        Assert.Equal(0, batch.Fill(sequences).Count);
        Assert.Equal([0.1, 0.2], sequences[0].Times);
        Assert.Equal([0.2, 0.3], sequences[1].Times);
    }
}
