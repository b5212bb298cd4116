using System.Text.Json.Serialization.Metadata;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Puts functions together out of predictors, binders and writers.</summary>
internal static class PredictorFunctions
{
    internal static PredictorFunction<FeatureRow, TOutput> OfRows<TOutput>(
        IPredictor<FeatureRow, TOutput> predictor, JsonTypeInfo<TOutput> outputType, PredictorFunctionOptions options)
    {
        PredictorMetadata metadata = predictor.Metadata;
        FeatureSchema schema = metadata.InputSchema ?? throw new ArgumentException(
            $"The predictor '{metadata.Name}' does not tell the schema of its input, so a function has no parameters to "
            + $"make a row of. Set {nameof(PredictorMetadata)}.{nameof(PredictorMetadata.InputSchema)}.",
            nameof(predictor));
        return new PredictorFunction<FeatureRow, TOutput>(
            predictor,
            new FeatureRowBinder(schema, options.IgnoreUnknownArguments),
            new PredictionWriter<TOutput>(outputType, metadata.Output ?? new OutputDescriptor()),
            options);
    }

    internal static PredictorFunction<TInput, TOutput> OfJson<TInput, TOutput>(
        IPredictor<TInput, TOutput> predictor,
        JsonTypeInfo<TInput> inputType,
        JsonTypeInfo<TOutput> outputType,
        PredictorFunctionOptions options) =>
        new(
            predictor,
            new JsonBinder<TInput>(inputType, predictor.Metadata.InputSchema, options.IgnoreUnknownArguments),
            new PredictionWriter<TOutput>(outputType, predictor.Metadata.Output ?? new OutputDescriptor()),
            options);
}
