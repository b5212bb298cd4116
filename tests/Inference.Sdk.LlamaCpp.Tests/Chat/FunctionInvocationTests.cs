using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

/// <summary>Under the middleware of Microsoft.Extensions.AI that invokes functions.</summary>
public sealed class FunctionInvocationTests
{
    private readonly ChatHarness _chat = new();

    [Fact]
    public async Task Calls_are_invoked_and_their_results_go_back_to_the_model()
    {
        AnswerInTurn("""<tool_call>{"name": "price", "arguments": {"sqft": 900}}</tool_call>""", "It is 90000.");
        ChatResponse response = await Client().GetResponseAsync("price?", new() { Tools = [ChatHarness.Price] });
        Assert.Equal("It is 90000.", response.Text);
        Assert.Contains(" 90000{{<|im_end|>}}", LastPrompt(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_they_are_when_the_answer_is_streamed()
    {
        AnswerInTurn("""Let me see. <tool_call>{"name": "price", "arguments": {"sqft": 900}}</tool_call>""", "It is 90000.");
        string text = string.Empty;
        await foreach (ChatResponseUpdate update in Client()
            .GetStreamingResponseAsync("price?", new() { Tools = [ChatHarness.Price] }))
        {
            text += update.Text;
        }

        Assert.Equal("Let me see.It is 90000.", text);
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_answered_by_the_middleware()
    {
        AnswerInTurn("""<tool_call>{"name": "prize", "arguments": {}}</tool_call>""", "Sorry.");
        ChatResponse response = await Client().GetResponseAsync("price?", new() { Tools = [ChatHarness.Price] });
        Assert.Equal("Sorry.", response.Text);
        Assert.Contains("prize", LastPrompt(), StringComparison.Ordinal);
        Assert.Contains("not found", LastPrompt(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<tool_call>{"name":"predict_house_price","arguments":{"sqft":1850,}}</tool_call>""", null)]
    [InlineData("""<tool_call>{"name":"predict_house_price","arguments":[1850]}</tool_call>""", null)]
    [InlineData("""<tool_call>{"name":"predict_house_price","arguments":{"\ud800":1}}</tool_call>""", null)]
    [InlineData("""<tool_call>{"name": "predict_house_price" """, ",")]
    [InlineData("""<tool_call>{"name": "predict_house_price"}""", "\n")]
    public async Task A_call_that_is_damaged_or_cut_off_is_never_invoked(string said, string? stop)
    {
        int invocations = 0;
        AIFunction tool = AIFunctionFactory.Create(
            (double sqft = 1) =>
            {
                invocations++;
                return sqft;
            },
            "predict_house_price");
        _chat.Generator.OnGenerate = (_, _) => stop is null
            ? ScriptedGenerator.Answer(GenerationFinish.EndOfGeneration, said)
            : ScriptedGenerator.Stop(stop, said);
        var options = new ChatOptions
        {
            Tools = [tool],
            AllowMultipleToolCalls = stop is null ? null : false,
            StopSequences = stop is null ? null : [stop],
        };
        ChatResponse response = await Client().GetResponseAsync("price?", options);
        Assert.Equal(0, invocations);
        Assert.Equal(said, response.Text);
        Assert.Single(_chat.Generator.Requests);
    }

    private IChatClient Client() => _chat.Predictor.AsChatClient().AsBuilder().UseFunctionInvocation().Build();

    private string LastPrompt() => _chat.Vocabulary.Show(_chat.LastRequest.Prompt.Span);

    private void AnswerInTurn(params string[] answers)
    {
        int turn = 0;
        _chat.Generator.OnGenerate = (_, _) =>
            ScriptedGenerator.Answer(GenerationFinish.EndOfGeneration, answers[turn++]);
    }
}
