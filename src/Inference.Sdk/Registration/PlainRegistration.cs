using Inference.Sdk.Pipeline;

namespace Inference.Sdk.Registration;

/// <summary>The recipe of a predictor that does not stream.</summary>
internal sealed class PlainRegistration<TInput, TOutput>(
    string name, Func<IServiceProvider, IModelSource<IPredictor<TInput, TOutput>>> source)
    : PredictorRegistration<IPredictor<TInput, TOutput>>(name, typeof(TInput), typeof(TOutput), null, source)
{
    protected override IPredictor<TInput, TOutput> MakeLazy(ModelLoader<IPredictor<TInput, TOutput>> loader) =>
        new LazyPredictor<TInput, TOutput>(loader);

    protected override IPredictor<TInput, TOutput> AddDefaults(
        IPredictor<TInput, TOutput> pipeline, IServiceProvider services) =>
        PipelineDefaults.Add(pipeline, Name, services);

    protected override IPredictor<TInput, TOutput> Protect(IPredictor<TInput, TOutput> pipeline) =>
        new ContainerPredictor<TInput, TOutput>(pipeline);
}
