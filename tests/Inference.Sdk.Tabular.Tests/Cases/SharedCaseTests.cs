namespace Inference.Sdk.Tabular.Tests.Cases;

/// <summary>The same answers as the library that trained the model, on rows that sit on thresholds, are missing, infinite,
/// tiny or negative zero. What is not supported is refused, never answered wrongly.</summary>
[Trait("Category", "TabularCases")]
public sealed class SharedCaseTests(ITestOutputHelper output)
{
    // Cases that this version refuses, by why; a case that is neither here nor answered fails.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["lgb_wide_mc5_l31_t100"] = "several outputs",
        ["xgb_house_multioutput"] = "several outputs",
        ["xgb_wide_softmax"] = "several outputs",
        ["xgb_wide_softprob_d6_t20"] = "several outputs",
        ["xgb3_house_vector_leaf"] = "several outputs",
        ["xgb3_wide_softprob"] = "several outputs",
    };

    public static TheoryData<string> Names
    {
        get
        {
            string[] folders = Directory.Exists(Repository.CasesFolder)
                ? [.. Directory.EnumerateDirectories(Repository.CasesFolder).Order(StringComparer.Ordinal)]
                : [];
            return folders.Length == 0 ? ["(no cases)"] : [.. folders.Select(folder => Path.GetFileName(folder)!)];
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_case_is_answered_as_its_library_does_or_refused(string name)
    {
        if (name == "(no cases)")
        {
            Assert.Skip($"There are no cases at '{Repository.CasesFolder}'; name their folder in INFERENCE_TABULAR_CASES.");
        }

        var tabularCase = new TabularCase(Path.Combine(Repository.CasesFolder, name));
        foreach (string file in tabularCase.ModelFiles)
        {
            if (Refused.ContainsKey(name) || tabularCase.Library is not ("LightGBM" or "XGBoost"))
            {
                await AssertRefused(file);
            }
            else
            {
                await AssertSameAnswers(tabularCase, file);
            }
        }
    }

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
