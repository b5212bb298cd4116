using Inference.Sdk.Pipeline;

namespace Inference.Sdk.Registration;

/// <summary>The recipe of a streaming predictor.</summary>
internal sealed class StreamingRegistration<TInput, TOutput, TUpdate>(
    string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TInput, TOutput, TUpdate>>> source)
    : PredictorRegistration<IStreamingPredictor<TInput, TOutput, TUpdate>>(
        name, typeof(TInput), typeof(TOutput), typeof(TUpdate), source)
{
    protected override IStreamingPredictor<TInput, TOutput, TUpdate> MakeLazy(
        ModelLoader<IStreamingPredictor<TInput, TOutput, TUpdate>> loader) =>
        new LazyStreamingPredictor<TInput, TOutput, TUpdate>(loader);

    protected override IStreamingPredictor<TInput, TOutput, TUpdate> AddDefaults(
        IStreamingPredictor<TInput, TOutput, TUpdate> pipeline, IServiceProvider services) =>
        PipelineDefaults.Add(pipeline, Name, services);

    protected override IStreamingPredictor<TInput, TOutput, TUpdate> Protect(
        IStreamingPredictor<TInput, TOutput, TUpdate> pipeline) =>
        new ContainerStreamingPredictor<TInput, TOutput, TUpdate>(pipeline);
}
