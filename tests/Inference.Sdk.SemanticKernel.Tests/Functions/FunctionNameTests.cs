using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class FunctionNameTests
{
    [Theory]
    [InlineData("house-price", "predict_house_price")]
    [InlineData("HousePrice", "predict_house_price")]
    [InlineData("house price (v2)", "predict_house_price_v2")]
    [InlineData("_churn_", "predict_churn")]
    [InlineData("größe", "predict_gr_e")]
    [InlineData("XGBModel2", "predict_xgb_model2")]
    public void A_name_is_made_of_the_predictors(string predictor, string expected)
    {
        FakePredictor<FeatureRow, float> named = Named(predictor);

        Assert.Equal(expected, named.AsKernelFunction().Name);
    }

    [Fact]
    public void A_model_sees_the_same_name_in_the_default_plugin_and_outside()
    {
        var plugins = new KernelPluginCollection();

        KernelPlugin plugin = plugins.AddFromPredictor(Named("house-price"));

        Assert.Equal("predict", plugin.Name);
        Assert.Equal("house_price", Assert.Single(plugin).Name);
        Assert.Equal("predict_house_price", ((Microsoft.Extensions.AI.AITool)Assert.Single(plugin)).Name);
    }

    [Fact]
    public void In_a_plugin_of_another_name_the_function_keeps_its_whole_name()
    {
        var plugins = new KernelPluginCollection();

        KernelPlugin plugin = plugins.AddFromPredictor(
            Named("house-price"), new PredictorFunctionOptions { PluginName = "houses" });

        Assert.Equal("houses", plugin.Name);
        Assert.Equal("predict_house_price", Assert.Single(plugin).Name);
    }

    [Fact]
    public void The_name_can_be_the_hosts()
    {
        var options = new PredictorFunctionOptions { FunctionName = "appraise-house" };

        Assert.Equal("appraise-house", Named("house-price").AsKernelFunction(options).Name);
        Assert.Equal(
            "appraise-house", Assert.Single(new KernelPluginCollection().AddFromPredictor(Named("x"), options)).Name);
    }

    [Fact]
    public void A_name_that_makes_none_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Named("価格").AsKernelFunction());

        Assert.StartsWith(
            "No function name can be made of the predictor's name '価格': it has no ASCII letter or digit. Set "
            + "PredictorFunctionOptions.FunctionName.",
            e.Message);
    }

    private static FakePredictor<FeatureRow, float> Named(string name) =>
        new(Houses.Metadata with { Name = name }, _ => 0f);
}
