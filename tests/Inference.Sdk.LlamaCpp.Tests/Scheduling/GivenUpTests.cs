using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>An engine that is beyond use, seen by those who call its predictor, which uses the model's vocabulary.</summary>
public sealed class GivenUpTests
{
    [Fact]
    public async Task Callers_are_told_the_cause_until_the_predictor_is_disposed()
    {
        var cause = new InvalidOperationException("broken for good");
        NativeBackend native = NativeModels.LoadBytePair();
        GgufPredictor predictor = Predictors.On(new BrokenBackend(native, cause));
        for (int i = 0; i < 100; i++)
        {
            var error = await Assert.ThrowsAsync<EngineException>(
                async () => await predictor.PredictAsync(new ChatRequest("hello")));
            Assert.Same(cause, error.InnerException);
        }

        Assert.NotEmpty(native.Vocabulary.Tokenize("hello", addSpecial: false, parseSpecial: false));
        await predictor.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => native.Vocabulary.Tokenize("hello", false, false));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await predictor.PredictAsync(new ChatRequest("hello")));
    }
}
