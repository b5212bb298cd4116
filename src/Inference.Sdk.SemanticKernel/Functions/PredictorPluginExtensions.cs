using System.Text.Json.Serialization.Metadata;
using Inference.Sdk;
using Inference.Sdk.SemanticKernel;

namespace Microsoft.SemanticKernel;

/// <summary>Adds predictors to the plugins of a kernel, as functions that models and prompts can call.</summary>
/// <remarks>A function joins the plugin of <see cref="PredictorFunctionOptions.PluginName"/> where there is one; that
/// plugin is replaced by a larger one. What the functions are like is said at
/// <see cref="PredictorFunctionExtensions"/>. Not safe for concurrent use with other changes to the plugins.</remarks>
public static class PredictorPluginExtensions
{
    /// <summary>Adds a predictor of rows as a function with one parameter for each feature.</summary>
    /// <param name="plugins">The plugins, such as <see cref="Kernel.Plugins"/>.</param>
    /// <param name="predictor">The predictor. Its metadata has an input schema.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns>The plugin that the function is in now.</returns>
    /// <exception cref="ArgumentException">The predictor's metadata has no input schema, its features' names differ
    /// only by case, no function name can be made of its name, or the plugin has a function of that name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelPlugin AddFromPredictor(
        this ICollection<KernelPlugin> plugins,
        IPredictor<FeatureRow, float> predictor,
        PredictorFunctionOptions? options = null) =>
        plugins.AddFromPredictor(predictor, FunctionJsonContext.Default.Single, options);

    /// <summary>Adds a predictor of rows as a function with one parameter for each feature.</summary>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="plugins">The plugins, such as <see cref="Kernel.Plugins"/>.</param>
    /// <param name="predictor">The predictor. Its metadata has an input schema.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns>The plugin that the function is in now.</returns>
    /// <exception cref="ArgumentException">The predictor's metadata has no input schema, its features' names differ
    /// only by case, no function name can be made of its name, or the plugin has a function of that name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelPlugin AddFromPredictor<TOutput>(
        this ICollection<KernelPlugin> plugins,
        IPredictor<FeatureRow, TOutput> predictor,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(outputType);
        options ??= new PredictorFunctionOptions();
        return PredictorPlugins.Add(
            plugins,
            options.PluginName,
            PredictorFunctions.OfRows(predictor, outputType, options).InPlugin());
    }

    /// <summary>Adds a predictor of a host's own types as a function with one parameter for each property of its
    /// input.</summary>
    /// <typeparam name="TInput">What is predicted from: a class or record.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="plugins">The plugins, such as <see cref="Kernel.Plugins"/>.</param>
    /// <param name="predictor">The predictor.</param>
    /// <param name="inputType">How its input is read from JSON.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns>The plugin that the function is in now.</returns>
    /// <exception cref="ArgumentException">The input is not written as a JSON object with properties, no function name
    /// can be made of the predictor's name, or the plugin has a function of that name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelPlugin AddFromPredictor<TInput, TOutput>(
        this ICollection<KernelPlugin> plugins,
        IPredictor<TInput, TOutput> predictor,
        JsonTypeInfo<TInput> inputType,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(outputType);
        options ??= new PredictorFunctionOptions();
        return PredictorPlugins.Add(
            plugins,
            options.PluginName,
            PredictorFunctions.OfJson(predictor, inputType, outputType, options).InPlugin());
    }
}
