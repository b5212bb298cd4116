namespace Inference.Sdk.Tabular.Tests.Cases;

/// <summary>The same answers as the library that trained the model, on rows that sit on thresholds, are missing,
/// infinite, tiny or negative zero. What is not supported is refused, never answered wrongly.</summary>
[Trait("Category", "TabularCases")]
public sealed class SharedCaseTests(ITestOutputHelper output)
{
    private const string NoCases = "(no cases)";

    // Several outputs for a row; a case that is not of these and of another library is answered.
    private static readonly string[] SeveralOutputs =
    [
        "lgb_wide_mc5_l31_t100", "xgb_house_multioutput", "xgb_wide_softmax", "xgb_wide_softprob_d6_t20",
        "xgb3_house_vector_leaf", "xgb3_wide_softprob",
    ];

    public static TheoryData<string> Supported => Names(supported: true);

    public static TheoryData<string> Unsupported => Names(supported: false);

    [Theory]
    [MemberData(nameof(Supported))]
    public async Task A_case_is_answered_as_the_library_that_trained_it_does(string name)
    {
        SkipWithoutCases(name);
        var tabularCase = new TabularCase(Path.Combine(Repository.CasesFolder, name));
        foreach (string file in tabularCase.ModelFiles)
        {
            await AssertSameAnswers(tabularCase, file);
        }
    }

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task A_case_that_is_not_supported_is_refused_as_such(string name)
    {
        SkipWithoutCases(name);
        foreach (string file in new TabularCase(Path.Combine(Repository.CasesFolder, name)).ModelFiles)
        {
            await AssertRefused(file);
        }
    }

    private static TheoryData<string> Names(bool supported)
    {
        string[] names = Directory.Exists(Repository.CasesFolder)
            ? [.. Directory.EnumerateDirectories(Repository.CasesFolder)
                .Where(folder => supported == IsSupported(folder))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)]
            : [];
        return names.Length == 0 ? [NoCases] : [.. names];
    }

    private static bool IsSupported(string folder) =>
        !SeveralOutputs.Contains(Path.GetFileName(folder))
        && new TabularCase(folder).Library is "LightGBM" or "XGBoost";

    private static void SkipWithoutCases(string name) => Assert.SkipWhen(
        name == NoCases,
        $"There are no cases at '{Repository.CasesFolder}'; name their folder in INFERENCE_TABULAR_CASES.");

    private async Task AssertRefused(string file)
    {
        ModelLoadException error = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await TabularModel.LoadAsync(file));
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Equal(file, error.Path);
        output.WriteLine($"refused: {error.Message}");
    }

    private async Task AssertSameAnswers(TabularCase tabularCase, string file)
    {
        double[][] rows = tabularCase.Rows();
        foreach ((string suffix, int first, int? count) in tabularCase.Slices())
        {
            TabularModel model = await TabularModel.LoadAsync(
                file, new TabularLoadOptions { FirstIteration = first, IterationCount = count });
            await using var predictor = new TabularPredictor(model);
            double[] raw = tabularCase.Expected("expected_raw", suffix);
            double[] transformed = tabularCase.Expected("expected", suffix);
            int exactRaw = 0;
            int exact = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                float[] single = [.. rows[i].Select(value => (float)value)];
                exactRaw += Near(raw[i], predictor.PredictRaw(rows[i]), tabularCase, $"raw, row {i}");
                exact += Near(transformed[i], predictor.Predict(rows[i]), tabularCase, $"prediction, row {i}");

                // The inputs are exact in 32 bits, so both element types answer alike.
                Assert.Equal((float)predictor.Predict(rows[i]), predictor.Predict(single));
                Assert.Equal((float)predictor.PredictRaw(rows[i]), predictor.PredictRaw(single));
            }

            output.WriteLine(
                $"{Path.GetFileName(file)}{suffix}: {rows.Length} rows; bit-exact raw {exactRaw}, predictions {exact}");
        }
    }

    /// <returns>1 where the bits agree.</returns>
    private static int Near(double expected, double actual, TabularCase tabularCase, string what)
    {
        double tolerance = tabularCase.Library == "LightGBM" ? 1e-12 : 1e-5;
        double allowed = tolerance + (tolerance * Math.Abs(expected));
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= allowed,
            $"{what}: expected {expected:R}, was {actual:R}");
        return expected.Equals(actual) ? 1 : 0;
    }
}
