using Microsoft.Extensions.AI;

namespace Inference.Sdk.Abstractions.Tests;

public sealed class DelegatingPredictorTests : IAsyncDisposable
{
    private readonly EchoPredictor _inner = new();

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    [Fact]
    public async Task Everything_is_passed_on()
    {
        await using var plain = new Plain(_inner);
        await using var streaming = new Streaming(_inner);
        var options = new PredictionOptions();
        using var cancellation = new CancellationTokenSource();
        var request = new ChatRequest("Hello");

        await plain.PredictAsync(request, options, cancellation.Token);
        await streaming.PredictAsync(request, options, cancellation.Token);
        await plain.PredictBatchAsync(new[] { request }.ToAsyncEnumerable(), options, cancellation.Token).ToListAsync();
        await streaming.PredictStreamingAsync(request, options, cancellation.Token).ToListAsync();

        Assert.Equal(4, _inner.Asked.Count);
        Assert.All(_inner.Asked, asked => Assert.Equal((request, options, cancellation.Token), asked));
        Assert.Same(_inner.Metadata, plain.Metadata);
    }

    [Fact]
    public async Task Services_are_found_outermost_first()
    {
        await using var middleware = new Streaming(_inner);

        Assert.Same(middleware, middleware.GetService<IPredictor>());
        Assert.Same(middleware, middleware.GetService<Streaming>());
        Assert.Same(_inner, middleware.GetService<EchoPredictor>());
        Assert.Equal("keyed service", middleware.GetService<string>("tokenizer"));
        Assert.Null(middleware.GetService<Streaming>("tokenizer"));
        Assert.Equal(0, middleware.GetService<int>());
        Assert.Throws<ArgumentNullException>(() => middleware.GetService(null!));
        Assert.Throws<ArgumentNullException>(() => PredictorExtensions.GetService<string>(null!));
    }

    [Fact]
    public async Task Disposal_reaches_what_is_wrapped()
    {
        await new Plain(_inner).DisposeAsync();

        Assert.Equal(1, _inner.Disposals);
    }

    [Fact]
    public void Nothing_cannot_be_wrapped()
    {
        Assert.Throws<ArgumentNullException>(() => new Plain(null!));
        Assert.Throws<ArgumentNullException>(() => new Streaming(null!));
    }

    private sealed class Plain(IPredictor<ChatRequest, ChatResponse> inner)
        : DelegatingPredictor<ChatRequest, ChatResponse>(inner);

    private sealed class Streaming(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> inner)
        : DelegatingStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(inner);
}
