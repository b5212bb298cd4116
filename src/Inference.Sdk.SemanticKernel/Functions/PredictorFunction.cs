using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>A predictor that a kernel can call.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">What is predicted.</typeparam>
internal sealed class PredictorFunction<TInput, TOutput>(
    IPredictor<TInput, TOutput> predictor,
    IArgumentBinder<TInput> binder,
    PredictionWriter<TOutput> writer,
    PredictorFunctionOptions options)
{
    private const string LogCategory = "Inference.Sdk.SemanticKernel";

    /// <summary>Makes the function that stands alone, under its whole name.</summary>
    /// <remarks>Whoever calls it as an AIFunction has no kernel to give. Without one of its own the function would make
    /// one of the caller's services, and those of a chat client that has none cannot be made one of.</remarks>
    internal KernelFunction Alone() =>
        Create(FunctionNames.Alone(predictor.Metadata.Name, options)).WithKernel(new Kernel());

    /// <summary>Makes the function that joins the plugin of its options.</summary>
    internal KernelFunction InPlugin() => Create(FunctionNames.InPlugin(predictor.Metadata.Name, options));

    private KernelFunction Create(string name) => KernelFunctionFactory.CreateFromMethod(
        InvokeAsync,
        JsonText.Options,
        new KernelFunctionFromMethodOptions
        {
            FunctionName = name,
            Description = options.Description ?? Descriptions.OfFunction(
                predictor.Metadata.Output ?? new OutputDescriptor(), binder.Parameters.Any(p => !p.IsRequired)),
            Parameters = binder.Parameters,
            ReturnParameter = writer.Result,
        });

    // The kernel recognizes these parameters by their types: it fills them in and shows them to no model.
    private async Task<FunctionResult> InvokeAsync(
        KernelFunction function, Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            // A kernel that calls a function as an AIFunction puts itself among the arguments.
            TInput input = binder.Bind(arguments.Where(a => a.Value is not Kernel));
            Prediction<TOutput> prediction = await predictor
                .PredictAsync(input, null, cancellationToken).ConfigureAwait(false);
            return new FunctionResult(function, writer.Write(prediction.Value), kernel.Culture);
        }
        catch (InvalidRequestException e) when (!options.ThrowOnInvalidRequest)
        {
            ILogger logger = kernel.LoggerFactory.CreateLogger(LogCategory);
            Log.InvalidFunctionCall(logger, function.Name, e);
            return new FunctionResult(function, Error(e.Message), kernel.Culture);
        }
    }

    private static JsonElement Error(string message) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", message);
        json.WriteEndObject();
    });
}
