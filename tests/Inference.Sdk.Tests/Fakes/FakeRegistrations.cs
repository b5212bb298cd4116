using Microsoft.Extensions.AI;

namespace Inference.Sdk.Tests.Fakes;

/// <summary>Registers fakes as an engine's own extension would.</summary>
internal static class FakeRegistrations
{
    public static IPredictorBuilder<House, double> AddHouses(
        this IInferenceBuilder builder, string name, FakePredictor? predictor = null) =>
        builder.AddPredictor<House, double>(
            name, _ => new FakeSource<IPredictor<House, double>>(predictor ?? new FakePredictor()));

    public static IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate> AddChat(
        this IInferenceBuilder builder, string name, FakeChatPredictor? predictor = null) =>
        builder.AddStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(
            name,
            _ => new FakeSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>(
                predictor ?? new FakeChatPredictor()));
}
