using System.Text.Json.Serialization.Metadata;
using Inference.Sdk;
using Inference.Sdk.SemanticKernel;

namespace Microsoft.SemanticKernel;

/// <summary>Shows predictors as kernel functions, which are Microsoft.Extensions.AI's <c>AIFunction</c>s too.</summary>
/// <remarks>
/// <para>Making a function reads <see cref="IPredictor.Metadata"/>: of a tabular model that is not loaded yet, its whole
/// file. The functions are safe for concurrent use, and do not own their predictors.</para>
/// <para>A parameter that is made of a property of a host's type is also told what the model's
/// <see cref="PredictorMetadata.InputSchema"/> says of the feature of that name, compared without case, underscores and
/// hyphens: a text's categories, the meaning and unit, the range seen in training. What the property says itself goes
/// first: <see cref="System.ComponentModel.DescriptionAttribute"/> for meaning and unit,
/// <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> for the range,
/// <see cref="System.ComponentModel.DataAnnotations.AllowedValuesAttribute"/> or an enumeration for the categories.</para>
/// <para>A function's result is a JSON object, a <see cref="System.Text.Json.JsonElement"/>. Arguments come as numbers,
/// texts or JSON; those that cannot be predicted from give the result <c>{"error":"..."}</c>, or throw, as
/// <see cref="PredictorFunctionOptions.ThrowOnInvalidRequest"/> says.</para>
/// </remarks>
public static class PredictorFunctionExtensions
{
    /// <summary>Shows a predictor of rows as a function with one parameter for each feature.</summary>
    /// <param name="predictor">The predictor. Its metadata has an input schema.</param>
    /// <param name="options">The function's name, description and manners; <see langword="null"/> for the
    /// defaults.</param>
    /// <returns>The function. Its result has one number, named by <see cref="OutputDescriptor.Name"/> and rounded to
    /// <see cref="OutputDescriptor.Digits"/>.</returns>
    /// <exception cref="ArgumentException">The predictor's metadata has no input schema, its features' names differ
    /// only by case, or no function name can be made of its name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelFunction AsKernelFunction(
        this IPredictor<FeatureRow, float> predictor, PredictorFunctionOptions? options = null) =>
        predictor.AsKernelFunction(FunctionJsonContext.Default.Single, options);

    /// <summary>Shows a predictor of rows as a function with one parameter for each feature.</summary>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="predictor">The predictor. Its metadata has an input schema.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The function's name, description and manners; <see langword="null"/> for the
    /// defaults.</param>
    /// <returns>The function. Its result is the output, where it is written as an object, or has it as its one
    /// property, named by <see cref="OutputDescriptor.Name"/>.</returns>
    /// <exception cref="ArgumentException">The predictor's metadata has no input schema, its features' names differ
    /// only by case, or no function name can be made of its name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelFunction AsKernelFunction<TOutput>(
        this IPredictor<FeatureRow, TOutput> predictor,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(outputType);
        return PredictorFunctions
            .OfRows(predictor, outputType, options ?? new PredictorFunctionOptions()).Alone();
    }

    /// <summary>Shows a predictor of a host's own types as a function with one parameter for each property of its
    /// input.</summary>
    /// <typeparam name="TInput">What is predicted from: a class or record.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="predictor">The predictor.</param>
    /// <param name="inputType">How its input is read from JSON. A parameter is required where the constructor or the
    /// <see langword="required"/> modifier says so, and described by
    /// <see cref="System.ComponentModel.DescriptionAttribute"/>.</param>
    /// <param name="outputType">How its output is written as JSON.</param>
    /// <param name="options">The function's name, description and manners; <see langword="null"/> for the
    /// defaults.</param>
    /// <returns>The function. Its result is the output, where it is written as an object, or has it as its one
    /// property, named by <see cref="OutputDescriptor.Name"/>.</returns>
    /// <exception cref="ArgumentException">The input is not written as a JSON object with properties, or no function
    /// name can be made of the predictor's name.</exception>
    /// <exception cref="ModelLoadException">The model's metadata cannot be read.</exception>
    public static KernelFunction AsKernelFunction<TInput, TOutput>(
        this IPredictor<TInput, TOutput> predictor,
        JsonTypeInfo<TInput> inputType,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(outputType);
        return PredictorFunctions
            .OfJson(predictor, inputType, outputType, options ?? new PredictorFunctionOptions()).Alone();
    }
}
