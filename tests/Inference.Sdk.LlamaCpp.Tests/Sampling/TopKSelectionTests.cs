using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.LlamaCpp.Tests.Sampling;

public sealed class TopKSelectionTests
{
    [Fact]
    public void The_most_likely_are_selected_whatever_the_number_of_tokens()
    {
        var random = new SeededRandom(5);
        for (int length = 1; length < 150; length++)
        {
            float[] logits = new float[length];
            for (int i = 0; i < length; i++)
            {
                // Few values, so that there are ties, and some that can never be chosen.
                logits[i] = (random.NextUInt64() % 12) switch
                {
                    0 => float.NaN,
                    1 => float.NegativeInfinity,
                    2 => float.PositiveInfinity,
                    ulong other => other,
                };
            }

            foreach (int count in (int[])[1, 2, 7, 40, length])
            {
                AssertSelects(logits, Math.Min(count, length));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void The_order_in_which_they_come_does_not_matter(int count)
    {
        float[] rising = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        AssertSelects(rising, count);
        AssertSelects([.. rising.Reverse()], count);
        AssertSelects([.. rising.Select(x => x % 97)], count);
        AssertSelects(new float[1000], count);
    }

    [Fact]
    public void Nothing_is_selected_where_everything_is_impossible()
    {
        float[] logits = new float[100];
        logits.AsSpan().Fill(float.NegativeInfinity);
        logits[50] = float.NaN;
        Assert.Equal(0, TopKSelection.Select(logits, 10, new int[10]));
    }

    private static void AssertSelects(float[] logits, int count)
    {
        int[] expected =
        [
            .. Enumerable.Range(0, logits.Length)
                .Where(id => logits[id] > float.NegativeInfinity)
                .OrderByDescending(id => logits[id])
                .ThenBy(id => id)
                .Take(count)
                .Order(),
        ];
        int[] selected = new int[count];
        int size = TopKSelection.Select(logits, count, selected);
        Assert.Equal(expected, selected[..size]);
    }
}
