using System.Text;

namespace Inference.Sdk.Tabular.Tests.Linear;

public sealed class LinearModelTests
{
    private const string House = """
        {
          "format": "inference-linear", "version": 1, "name": "house-price", "modelVersion": "2.1.0",
          "intercept": 25000, "link": "identity",
          "features": [
            { "name": "sqft", "unit": "sqft", "weight": 140.5, "impute": 1850, "min": 300, "max": 9000 },
            { "name": "beds", "type": "integer", "weight": -500 },
            { "name": "location", "type": "category", "categories": ["coast", "city"],
              "weights": { "city": 40000, "coast": 90000 }, "impute": "city" }
          ],
          "output": { "name": "price", "type": "number", "unit": "USD", "digits": 0 }
        }
        """;

    [Fact]
    public async Task The_sum_of_products_is_the_prediction()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(House);
        Assert.Equal(25000 + (140.5 * 1000) + (-500 * 3.0) + 90000, predictor.Predict([1000d, 3, 0]));
        Assert.Equal((float)(25000 + (140.5 * 1000) + (-500 * 3.0) + 40000), predictor.Predict([1000f, 3, 1]));
    }

    [Fact]
    public async Task A_missing_value_is_imputed_where_the_model_says_with_what()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(House);
        Assert.Equal(25000 + (140.5 * 1850) - 500 + 40000, predictor.Predict([double.NaN, 1, double.NaN]));
        Assert.True(double.IsNaN(predictor.Predict([1000d, double.NaN, 0])));
        Assert.True(double.IsNaN(predictor.Predict([1000d, 3, 2])));
        Assert.Equal([false, true, false], predictor.Model.Schema.Features.Select(f => f.Required));
    }

    [Fact]
    public async Task The_model_is_described()
    {
        TabularModel model = await Models.LoadAsync(House);
        Assert.Equal(("house-price", "2.1.0", "inference-linear"),
            (model.Identity.Name, model.Identity.Version, model.Identity.Format));
        Assert.Equal(TabularFormat.Linear, model.Format);
        Assert.Equal("identity", model.Objective);
        Assert.Equal(new OutputDescriptor { Name = "price", Unit = "USD", Digits = 0 }, model.Output);
        Assert.Equal((300d, 9000d), (model.Schema.Features[0].Minimum, model.Schema.Features[0].Maximum));
    }

    [Theory]
    [InlineData("logistic")]
    [InlineData("exp")]
    public async Task The_link_turns_the_sum_into_the_prediction(string link)
    {
        string text = "{\"format\":\"inference-linear\",\"version\":1,\"intercept\":-1,\"link\":\"" + link
            + "\",\"features\":[{\"name\":\"x\",\"weight\":2}]}";
        await using TabularPredictor predictor = await Models.PredictorAsync(text);
        Assert.Equal(5, predictor.PredictRaw([3d]));
        Assert.Equal(link == "exp" ? Math.Exp(5) : 1 / (1 + Math.Exp(-5)), predictor.Predict([3d]));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", ModelLoadError.Unsupported, "version 2")]
    [InlineData("\"intercept\": 25000, ", "", ModelLoadError.Corrupt, "model has no 'intercept'")]
    [InlineData("25000", "1e999", ModelLoadError.Corrupt, "model.intercept is beyond the range")]
    [InlineData("\"identity\"", "\"softmax\"", ModelLoadError.Corrupt, "link is none of: identity, logistic, exp")]
    [InlineData("\"weight\": 140.5, ", "", ModelLoadError.Corrupt, "model.features[0] has no 'weight'")]
    [InlineData("\"city\": 40000, ", "", ModelLoadError.Corrupt, "has none for the category 'city'")]
    [InlineData("\"city\": 40000", "\"town\": 1, \"city\": 40000", ModelLoadError.Corrupt, "names 'town'")]
    [InlineData("\"impute\": \"city\"", "\"impute\": \"town\"", ModelLoadError.Corrupt, "impute is none of the feature's")]
    [InlineData("\"impute\": \"city\"", "\"impute\": 1", ModelLoadError.Corrupt, "name one of its categories")]
    [InlineData("\"weights\": { \"city\": 40000, \"coast\": 90000 }", "\"weight\": 1", ModelLoadError.Corrupt, "weights is missing")]
    [InlineData("\"impute\": 1850", "\"impute\": 1850, \"required\": true", ModelLoadError.Corrupt, "required is true and")]
    [InlineData("\"weight\": -500", "\"weight\": -500, \"required\": false", ModelLoadError.Corrupt, "there is no 'impute'")]
    [InlineData("\"weight\": -500", "\"weight\": -500, \"impute\": 1.5", ModelLoadError.Corrupt, "'beds' is not whole")]
    [InlineData("\"weight\": -500", "\"wieght\": 1, \"weight\": -500", ModelLoadError.Corrupt, "has a member 'wieght'")]
    [InlineData("\"format\": \"inference-linear\"", "\"format\": \"linear\"", ModelLoadError.UnknownFormat, "\"linear\"")]
    [InlineData("\"name\": \"beds\"", "\"name\": \"sqft\"", ModelLoadError.Corrupt, "both named 'sqft'")]
    public async Task A_fault_is_told_with_its_place(string find, string replace, ModelLoadError reason, string message)
    {
        Assert.Contains(find, House, StringComparison.Ordinal);
        ModelLoadException error = await Models.FailureAsync(House.Replace(find, replace, StringComparison.Ordinal));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Iterations_of_a_linear_model_are_refused()
    {
        ModelLoadException error = await Models.FailureAsync(House, new TabularLoadOptions { IterationCount = 1 });
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
    }

    [Fact]
    public async Task A_model_written_is_read_back_equal()
    {
        LinearModel model = Sample();
        using var stream = new MemoryStream();
        await model.WriteAsync(stream, TestContext.Current.CancellationToken);
        string text = Encoding.UTF8.GetString(stream.ToArray());

        await using TabularPredictor read = await Models.PredictorAsync(text);
        await using var made = new TabularPredictor(TabularModel.FromLinear(model));
        Assert.Equal(made.Model.Identity with { Sha256 = read.Model.Identity.Sha256 }, read.Model.Identity);
        Assert.Equal(made.Model.Output, read.Model.Output);
        Assert.Equal(
            made.Model.Schema.Features.Select(f => (f.Name, f.Type, f.Required, f.Unit, string.Join('|', f.Categories))),
            read.Model.Schema.Features.Select(f => (f.Name, f.Type, f.Required, f.Unit, string.Join('|', f.Categories))));
        foreach (double[] row in (double[][])[[1, 0], [double.NaN, 1], [-3.25, double.NaN]])
        {
            Assert.Equal(made.Predict(row), read.Predict(row));
        }
    }

    [Fact]
    public void A_model_that_does_not_hold_is_refused_in_code()
    {
        LinearModel model = Sample();
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(model with { Intercept = double.NaN }));
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(model with { Link = (LinearLink)9 }));
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(
            model with { Features = [model.Features[0], model.Features[0]] }));
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(
            model with { Features = [model.Features[1] with { CategoryWeights = [1] }] }));
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(
            model with { Features = [model.Features[1] with { Impute = 2 }] }));
        Assert.Throws<ArgumentException>(() => TabularModel.FromLinear(
            model with { Features = [model.Features[0] with { Weight = double.PositiveInfinity }] }));
    }

    private static LinearModel Sample() => new()
    {
        Name = "sample",
        Version = "3",
        Intercept = 0.1,
        Link = LinearLink.Logistic,
        Features =
        [
            new LinearFeature
            {
                Feature = new FeatureDescriptor { Name = "größe \"x\"", Unit = "m" },
                Weight = 0.30000000000000004,
                Impute = 1e-7,
            },
            new LinearFeature
            {
                Feature = new FeatureDescriptor { Name = "kind", Type = FeatureType.Category, Categories = ["a", "b"] },
                CategoryWeights = [-1.5, 2],
                Impute = 1,
            },
        ],
        Output = new OutputDescriptor { Name = "p", Digits = 3, Description = "A probability." },
    };
}
