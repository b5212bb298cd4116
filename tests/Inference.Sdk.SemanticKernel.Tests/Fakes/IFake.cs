namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A fake that knows how to be registered.</summary>
internal interface IFake
{
    void AddTo(IInferenceBuilder builder);
}
