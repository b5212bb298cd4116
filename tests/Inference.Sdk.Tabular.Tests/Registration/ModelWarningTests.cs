using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Inference.Sdk.Tabular.Tests.Registration;

public sealed class ModelWarningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabular-tests").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Iterations_after_the_best_are_warned_of_where_nothing_says_how_many_to_use()
    {
        FakeLogRecord record = Assert.Single(await WarningsAsync(Stopped("1")));
        Assert.Equal(new EventId(3002, "TabularModelStoppedEarly"), record.Id);
        Assert.Equal(
            "Predictor price: early stopping found the first 2 of the model's 3 iterations best, and all are used, as "
            + "XGBoost's Booster.predict does. Set IterationCount to 2 to predict as its scikit-learn wrappers do, or to 3 to "
            + "keep all.",
            record.Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_chosen_number_of_iterations_is_not_warned_of(int count) =>
        Assert.Empty(await WarningsAsync(Stopped("1"), count));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("7", null)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    public async Task What_does_not_stop_before_the_end_is_not_warned_of(string best, int? told)
    {
        Assert.Empty(await WarningsAsync(Stopped(best)));
        Assert.Equal(told, (await Models.LoadAsync(Stopped(best))).BestIteration);
    }

    [Fact]
    public async Task Parallel_trees_count_as_one_iteration()
    {
        TabularModel model = await Models.LoadAsync(
            new XGBoostText(1) { ParallelTrees = 2, Attributes = { ["best_iteration"] = "1" } }
                .Leaf(1).Leaf(2).Leaf(3).Leaf(4).ToString());
        Assert.Equal((1, 2), (model.BestIteration, model.IterationCount));
    }

    [Fact]
    public async Task The_shared_case_tells_its_best_iteration()
    {
        string path = Path.Combine(Repository.CasesFolder, "xgb_house_best_iteration", "model.ubj");
        Assert.SkipUnless(File.Exists(path), $"There is no case at '{path}'.");
        TabularModel model = await TabularModel.LoadAsync(path, cancellationToken: Token);
        Assert.InRange(model.BestIteration!.Value, 0, model.IterationCount - 2);
    }

    [Fact]
    public async Task Categories_of_unknown_columns_are_warned_of()
    {
        string text = new LightGbmText("x").Leaf(1) + "pandas_categorical:[[\"a\"], [1, 2]]\n";
        FakeLogRecord record = Assert.Single(await WarningsAsync(text));
        Assert.Equal(new EventId(3003, "TabularCategoriesUnmatched"), record.Id);
        Assert.Contains("lists the categories of 2 columns", record.Message, StringComparison.Ordinal);
    }

    private static string Stopped(string best) =>
        new XGBoostText(1) { Attributes = { ["best_iteration"] = best } }.Leaf(1).Leaf(2).Leaf(3).ToString();

    private async Task<IEnumerable<FakeLogRecord>> WarningsAsync(string model, int? count = null)
    {
        string path = Path.Combine(_folder, "model");
        await File.WriteAllTextAsync(path, model, Token);
        var builder = new FakeInferenceBuilder();
        using var provider = new FakeLoggerProvider();
        builder.Services.AddLogging(logging => logging.AddProvider(provider));
        builder.AddTabular("price", o => (o.ModelPath, o.IterationCount) = (path, count));
        await using IPredictor<FeatureRow, float> predictor = await builder.Source<FeatureRow>("price").LoadAsync(Token);
        return provider.Collector.GetSnapshot().Where(record => record.Level == LogLevel.Warning);
    }
}
