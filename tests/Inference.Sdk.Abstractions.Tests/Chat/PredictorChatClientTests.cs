using Microsoft.Extensions.AI;

namespace Inference.Sdk.Abstractions.Tests.Chat;

public sealed class PredictorChatClientTests : IAsyncDisposable
{
    private readonly EchoPredictor _predictor = new();

    public ValueTask DisposeAsync() => _predictor.DisposeAsync();

    [Fact]
    public async Task A_response_is_the_prediction_with_its_report()
    {
        using IChatClient client = _predictor.AsChatClient();

        ChatResponse response = await client.GetResponseAsync("Hello");

        Assert.Equal("Hello", response.Text);
        Assert.True(PredictionReport.TryGet(response, out PredictionReport? report));
        Assert.Same(EchoPredictor.Report, report);
    }

    [Fact]
    public async Task Updates_are_the_stream_and_the_last_carries_the_report()
    {
        using IChatClient client = _predictor.AsChatClient();

        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync("Hello").ToListAsync();

        Assert.Equal("Hello", updates[0].Text);
        Assert.True(PredictionReport.TryGet(updates[^1], out PredictionReport? report));
        Assert.Same(EchoPredictor.Report, report);
    }

    [Fact]
    public async Task Messages_options_and_token_are_handed_on()
    {
        using IChatClient client = _predictor.AsChatClient();
        using var cancellation = new CancellationTokenSource();
        var options = new ChatOptions { Temperature = 0.5f };
        ChatMessage[] list = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello")];

        await client.GetResponseAsync(list, options, cancellation.Token);
        await client.GetResponseAsync(list.Where(_ => true), options, cancellation.Token);
        await client.GetStreamingResponseAsync(list, options, cancellation.Token).ToListAsync();

        Assert.Same(list, _predictor.Asked[0].Request.Messages);
        Assert.All(_predictor.Asked, asked =>
        {
            Assert.Equal(list, asked.Request.Messages);
            Assert.Same(options, asked.Request.Options);
            Assert.Null(asked.Options);
            Assert.Equal(cancellation.Token, asked.Token);
        });
    }

    [Fact]
    public async Task Errors_pass_through_as_they_are()
    {
        var error = new ContextOverflowException(2, 1);
        using IChatClient client = new EchoPredictor { Fail = () => error }.AsChatClient();

        Assert.Same(error, await Assert.ThrowsAsync<ContextOverflowException>(() => client.GetResponseAsync("Hello")));
    }

    [Fact]
    public void Services_are_the_client_the_predictor_or_what_lies_below()
    {
        using IChatClient client = _predictor.AsChatClient();

        Assert.Same(client, client.GetService(typeof(IChatClient)));
        Assert.Same(_predictor, client.GetService(typeof(EchoPredictor)));
        Assert.Same(
            _predictor, client.GetService(typeof(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>)));
        Assert.Equal("keyed service", client.GetService(typeof(string), "tokenizer"));
        Assert.Null(client.GetService(typeof(IChatClient), "tokenizer"));
        Assert.Null(client.GetService(typeof(ChatClientMetadata), "tokenizer"));
        Assert.Null(client.GetService(typeof(Uri)));
        Assert.Throws<ArgumentNullException>(() => client.GetService(null!));
    }

    [Fact]
    public void Metadata_names_the_model()
    {
        using IChatClient client = _predictor.AsChatClient();

        var metadata = client.GetService<ChatClientMetadata>();

        Assert.Equal(("inference.sdk", "echo-1b"), (metadata!.ProviderName, metadata.DefaultModelId));
        Assert.Same(metadata, client.GetService<ChatClientMetadata>());
    }

    [Fact]
    public void Disposing_the_client_leaves_the_predictor()
    {
        _predictor.AsChatClient().Dispose();

        Assert.Equal(0, _predictor.Disposals);
    }

    [Fact]
    public async Task Null_is_refused()
    {
        using IChatClient client = _predictor.AsChatClient();

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetResponseAsync((IEnumerable<ChatMessage>)null!));
        Assert.Throws<ArgumentNullException>(
            () => ((IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>)null!).AsChatClient());
    }

    [Fact]
    public void A_request_of_one_text_is_a_user_message()
    {
        var options = new ChatOptions();

        var request = new ChatRequest("Hello", options);

        ChatMessage message = Assert.Single(request.Messages);
        Assert.Equal((ChatRole.User, "Hello"), (message.Role, message.Text));
        Assert.Same(options, request.Options);
    }
}
