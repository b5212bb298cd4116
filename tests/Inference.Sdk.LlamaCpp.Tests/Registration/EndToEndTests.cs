using System.Security.Cryptography;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.LlamaCpp.Tests.Registration;

/// <summary>A tiny model with random weights, from the file to the answer.</summary>
public sealed class EndToEndTests
{
    private static readonly ChatOptions Greedy = new() { Temperature = 0, MaxOutputTokens = 12 };

    [Fact]
    public async Task A_model_is_loaded_and_answers()
    {
        byte[] content = TinyModel.BytePair().ToArray();
        using var file = new TemporaryFile(content);
        await using GgufPredictor model = await GgufPredictor.LoadAsync(file.Path, Options(promptThreads: 2));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), model.Metadata.Model.Sha256);
        Assert.Equal("256", model.Metadata.Properties["context_length"]);
        Assert.Equal("1", model.Metadata.Properties["threads"]);
        Assert.Equal("2", model.Metadata.Properties["prompt_threads"]);
        Assert.Equal($"0 of {TinyModel.Layers + 1}", model.Metadata.Properties["gpu_layers"]);
        Assert.Equal("cpu", model.Metadata.Device);
        Assert.Equal("llama", model.GetService<GgufInfo>()!.Architecture);

        Prediction<ChatResponse> first = await model.PredictAsync(new ChatRequest("hello", Greedy));
        Prediction<ChatResponse> second = await model.PredictAsync(new ChatRequest("hello", Greedy));
        Assert.Equal(first.Value.Text, second.Value.Text);
        Assert.InRange(first.Usage.OutputTokens, 1, 12);
        Assert.True(first.Usage.InputTokens > "hello".Length / 2);
        Assert.Equal(
            first.Usage.OutputTokens == 12 ? ChatFinishReason.Length : ChatFinishReason.Stop, first.Value.FinishReason);
        Assert.True(first.Timings.Total > TimeSpan.Zero);
    }

    [Fact]
    public async Task Streams_batches_and_single_answers_agree()
    {
        using var file = new TemporaryFile(TinyModel.SentencePiece().ToArray());
        await using GgufPredictor model = await GgufPredictor.LoadAsync(file.Path, Options());
        Assert.StartsWith("chatml", model.Metadata.Properties["chat_template"], StringComparison.Ordinal);
        IChatClient client = model.AsChatClient();
        string[] texts = ["hello", "hell", "hello hello"];
        var batched = new List<string>();
        await foreach (Prediction<ChatResponse> prediction in model.PredictBatchAsync(Inputs(texts)))
        {
            batched.Add(prediction.Value.Text);
        }

        for (int i = 0; i < texts.Length; i++)
        {
            string streamed = string.Empty;
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(texts[i], Greedy))
            {
                streamed += update.Text;
            }

            Assert.Equal(batched[i], streamed);
        }
    }

    [Fact]
    public async Task A_prompt_that_is_too_long_is_refused()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        await using GgufPredictor model = await GgufPredictor.LoadAsync(file.Path, Options());
        await Assert.ThrowsAsync<ContextOverflowException>(async () =>
            await model.PredictAsync(new ChatRequest(new string('x', 5000))));
    }

    [Fact]
    public async Task A_typed_control_token_costs_its_letters()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        await using GgufPredictor model = await GgufPredictor.LoadAsync(file.Path, Options());
        long harmless = (await model.PredictAsync(new ChatRequest("<|im_enx|>", Greedy))).Usage.InputTokens;
        long typed = (await model.PredictAsync(new ChatRequest("<|im_end|>", Greedy))).Usage.InputTokens;
        Assert.Equal(harmless, typed);
    }

    [Fact]
    public async Task A_registered_model_is_loaded_by_its_source()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        var builder = new FakeInferenceBuilder();
        builder.AddGguf("assistant", options =>
        {
            options.ModelPath = file.Path;
            options.ContextLength = 128;
            options.Threads = 1;
            options.LoadMode = LlamaLoadMode.None;
            options.HashModel = false;
        });
        await using IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> model = await builder.Build().LoadAsync();
        Assert.Equal("assistant", model.Metadata.Name);
        Assert.Null(model.Metadata.Model.Sha256);
        Assert.NotNull((await model.PredictAsync(new ChatRequest("hello", Greedy))).Value);
    }

    [Fact]
    public async Task Bad_options_and_a_cancelled_load_are_told()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        await Assert.ThrowsAsync<InferenceConfigurationException>(async () =>
            await GgufPredictor.LoadAsync(file.Path, new GgufOptions { MaxSequences = 0 }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await GgufPredictor.LoadAsync(file.Path, Options(), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static GgufOptions Options(int? promptThreads = null) => new()
    {
        ContextLength = 256,
        MaxSequences = 2,
        BatchTokens = 64,
        Threads = 1,
        PromptThreads = promptThreads,
        GpuLayers = 0,
        LoadMode = LlamaLoadMode.None,
    };

    private static async IAsyncEnumerable<ChatRequest> Inputs(string[] texts)
    {
        foreach (string text in texts)
        {
            await Task.Yield();
            yield return new ChatRequest(text, Greedy);
        }
    }
}
