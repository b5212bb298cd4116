using System.Text.Json.Serialization.Metadata;
using Inference.Sdk;
using Inference.Sdk.SemanticKernel;

namespace Microsoft.SemanticKernel;

/// <summary>Adds predictors of the container to the plugins of the kernels it builds.</summary>
/// <remarks>
/// <para>The functions are made when a kernel is first built, and that reads the predictors' metadata: of a tabular
/// model that is not loaded yet, its whole file, on the calling thread. A host that must not wait there loads it before,
/// with <c>WarmUp()</c>.</para>
/// <para>What goes wrong then is thrown there: <see cref="PredictorNotFoundException"/> where no predictor has the name
/// or its types are others, <see cref="InferenceConfigurationException"/> where <c>AddInference</c> was not called or
/// what is registered cannot work, <see cref="ModelLoadException"/> where the metadata cannot be read, and
/// <see cref="ArgumentException"/> for the reasons given at <see cref="PredictorPluginExtensions"/>.</para>
/// <para>What the functions are like is said at <see cref="PredictorFunctionExtensions"/>.</para>
/// </remarks>
public static class InferenceKernelBuilderPluginsExtensions
{
    /// <summary>Adds a predictor of rows, by its name, as a function with one parameter for each feature.</summary>
    /// <param name="plugins">The builder's plugins.</param>
    /// <param name="predictorName">The name the predictor is registered under.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns><paramref name="plugins"/>.</returns>
    public static IKernelBuilderPlugins AddFromPredictor(
        this IKernelBuilderPlugins plugins, string predictorName, PredictorFunctionOptions? options = null) =>
        plugins.AddFromPredictor(predictorName, FunctionJsonContext.Default.Single, options);

    /// <summary>Adds a predictor of rows, by its name, as a function with one parameter for each feature.</summary>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="plugins">The builder's plugins.</param>
    /// <param name="predictorName">The name the predictor is registered under.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns><paramref name="plugins"/>.</returns>
    public static IKernelBuilderPlugins AddFromPredictor<TOutput>(
        this IKernelBuilderPlugins plugins,
        string predictorName,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentException.ThrowIfNullOrEmpty(predictorName);
        ArgumentNullException.ThrowIfNull(outputType);
        options ??= new PredictorFunctionOptions();
        PredictorPlugins.Add(plugins.Services, options.PluginName, provider =>
        {
            IPredictor<FeatureRow, TOutput> predictor =
                FunctionPredictors.Get<FeatureRow, TOutput>(provider, predictorName);
            return PredictorFunctions.OfRows(predictor, outputType, options).InPlugin();
        });
        return plugins;
    }

    /// <summary>Adds a predictor of a host's own types, by its name, as a function with one parameter for each property
    /// of its input. What the model's features of the same names add to them is said at
    /// <see cref="PredictorFunctionExtensions"/>.</summary>
    /// <typeparam name="TInput">What is predicted from: a class or record.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="plugins">The builder's plugins.</param>
    /// <param name="predictorName">The name the predictor is registered under.</param>
    /// <param name="inputType">How its input is read from JSON.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns><paramref name="plugins"/>.</returns>
    public static IKernelBuilderPlugins AddFromPredictor<TInput, TOutput>(
        this IKernelBuilderPlugins plugins,
        string predictorName,
        JsonTypeInfo<TInput> inputType,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentException.ThrowIfNullOrEmpty(predictorName);
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(outputType);
        options ??= new PredictorFunctionOptions();
        PredictorPlugins.Add(plugins.Services, options.PluginName, provider =>
        {
            IPredictor<TInput, TOutput> predictor =
                FunctionPredictors.Get<TInput, TOutput>(provider, predictorName);
            return PredictorFunctions.OfJson(predictor, inputType, outputType, options).InPlugin();
        });
        return plugins;
    }

    /// <summary>Adds a predictor of rows as a function with one parameter for each feature.</summary>
    /// <param name="plugins">The builder's plugins.</param>
    /// <param name="predictor">The predictor. Its metadata has an input schema. It is not disposed with the
    /// container.</param>
    /// <param name="options">The plugin's and the function's name, its description and manners; <see langword="null"/>
    /// for the defaults.</param>
    /// <returns><paramref name="plugins"/>.</returns>
    public static IKernelBuilderPlugins AddFromPredictor(
        this IKernelBuilderPlugins plugins,
        IPredictor<FeatureRow, float> predictor,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(predictor);
        options ??= new PredictorFunctionOptions();
        PredictorPlugins.Add(plugins.Services, options.PluginName, _ => PredictorFunctions
            .OfRows(predictor, FunctionJsonContext.Default.Single, options).InPlugin());
        return plugins;
    }
}
