namespace Inference.Sdk.SemanticKernel;

/// <summary>How a predictor is shown as a kernel function. Every property has a default.</summary>
public sealed class PredictorFunctionOptions
{
    /// <summary>The name of the plugin that predictors are added to where <see cref="PluginName"/> does not say
    /// otherwise: <c>predict</c>.</summary>
    public const string DefaultPluginName = "predict";

    /// <summary>Gets the name of the plugin that the function is added to, of ASCII letters, digits and underscores.
    /// The default is <see cref="DefaultPluginName"/>. Predictors of one plugin name share one plugin.</summary>
    public string PluginName { get; init; } = DefaultPluginName;

    /// <summary>Gets the function's name, of ASCII letters, digits, underscores and hyphens; <see langword="null"/> for
    /// a name made of the predictor's.</summary>
    /// <remarks>A model sees the plugin's name before the function's. The made name reads the same either way: of a
    /// predictor <c>house-price</c>, a model sees <c>predict_house_price</c>, which is the function <c>house_price</c>
    /// of the default plugin. Outside a plugin, and in a plugin of another name, the function is
    /// <c>predict_house_price</c>.</remarks>
    public string? FunctionName { get; init; }

    /// <summary>Gets what the function does, for a language model to read; <see langword="null"/> for a description
    /// made of the predictor's <see cref="OutputDescriptor"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Gets whether arguments that cannot be predicted from throw an <see cref="InvalidRequestException"/>.
    /// The default is <see langword="false"/>: they give the result <c>{"error":"..."}</c>.</summary>
    /// <remarks>The loops that invoke functions for a model answer an exception with a text that does not say what is
    /// wrong. A result does, and the model can mend its call. Failures that a better call does not mend, such as a
    /// model file that cannot be loaded, always throw.</remarks>
    public bool ThrowOnInvalidRequest { get; init; }

    /// <summary>Gets whether arguments that are no parameter of the function are passed over. The default is
    /// <see langword="false"/>: they are an invalid request, so that a model learns of a misspelled name.</summary>
    /// <remarks>Switch it on for a function that prompt templates call: those pass every variable of the prompt
    /// along.</remarks>
    public bool IgnoreUnknownArguments { get; init; }
}
