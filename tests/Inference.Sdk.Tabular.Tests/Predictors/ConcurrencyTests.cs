using System.Globalization;

namespace Inference.Sdk.Tabular.Tests.Predictors;

public sealed class ConcurrencyTests
{
    private const int Threads = 8;
    private const int Rounds = 2000;

    [Fact]
    public async Task Many_threads_get_the_answers_of_one()
    {
        var text = new LightGbmText("x", "y");
        var random = new Random(7);
        for (int i = 0; i < 40; i++)
        {
            string threshold = random.NextDouble().ToString("R", CultureInfo.InvariantCulture);
            text.Stump(i % 2, threshold, 8, random.NextDouble(), -random.NextDouble());
        }

        await using TabularPredictor predictor = await Models.PredictorAsync(text.ToString());
        await using var typed = new TabularPredictor<House>(
            predictor.Model, new FeatureMap<House>().Map("x", h => h.Sqft).Map("y", h => h.Baths));
        House[] houses = [.. Enumerable.Range(0, Rounds)
            .Select(_ => new House(random.NextDouble(), 0, random.NextSingle(), null))];
        double[] expected = [.. houses.Select(h => predictor.Predict([h.Sqft, h.Baths!.Value]))];

        int wrong = 0;
        using var barrier = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(t => new Thread(() =>
        {
            barrier.SignalAndWait();
            for (int i = 0; i < Rounds; i++)
            {
                int at = (i + (t * 97)) % Rounds;
                double actual = predictor.Predict([houses[at].Sqft, houses[at].Baths!.Value]);
                if (actual != expected[at] || typed.Predict(houses[at]) != (float)expected[at])
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, wrong);
    }
}
