using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace Inference.Sdk.SemanticKernel.Tests.Agents;

/// <summary>Agents of Microsoft.Agents.AI call the same function through the same client.</summary>
public class AgentTests
{
    private const string Question = "What is a house of 2000 square feet worth?";
    private const string Answer = """The tool says {"price":600000}.""";

    private readonly FakePredictor<FeatureRow, float> _houses = Houses.CreatePredictor();
    private readonly FakeChatPredictor _assistant = FakeChatPredictor.Calling("""{"sqft":2000}""");

    [Fact]
    public async Task An_agent_answers_from_the_functions_result()
    {
        AgentResponse response = await CreateAgent()
            .RunAsync(Question, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Answer, response.Text);
        Assert.Equal([ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant], response.Messages.Select(m => m.Role));
        AssertCalls();
    }

    [Fact]
    public async Task An_agent_streams_from_the_functions_result()
    {
        List<string> pieces = [];
        await foreach (AgentResponseUpdate update in CreateAgent()
            .RunStreamingAsync(Question, cancellationToken: TestContext.Current.CancellationToken))
        {
            pieces.Add(update.Text);
        }

        Assert.Equal(Answer, string.Concat(pieces));
        Assert.True(pieces.Count(p => p.Length > 0) > 1, "The answer came in one piece.");
        Assert.Equal(2, _assistant.StreamedRequests);
        AssertCalls();
    }

    [Fact]
    public async Task An_agent_takes_functions_out_of_a_kernel()
    {
        var kernel = new Kernel();
        KernelPlugin plugin = kernel.Plugins.AddFromPredictor(_houses);
        var agent = new ChatClientAgent(
            _assistant.AsChatClient(), "You price houses.", tools: [.. plugin.Select(f => f.WithKernel(kernel))]);

        AgentResponse response = await agent
            .RunAsync(Question, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Answer, response.Text);
        AssertCalls();
    }

    [Fact]
    public async Task An_agent_keeps_its_conversation()
    {
        ChatClientAgent agent = CreateAgent();
        AgentSession session = await agent.CreateSessionAsync(TestContext.Current.CancellationToken);

        await agent.RunAsync(Question, session, cancellationToken: TestContext.Current.CancellationToken);
        await agent.RunAsync("And again?", session, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            [ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.User],
            _assistant.Requests[2].Messages.Select(m => m.Role));
    }

    private ChatClientAgent CreateAgent()
    {
        KernelFunction function = _houses.AsKernelFunction();
        return new ChatClientAgent(_assistant.AsChatClient(), "You price houses.", tools: [function]);
    }

    private void AssertCalls()
    {
        Assert.Equal(2000, Assert.Single(_houses.Inputs).Values[0]);
        Assert.Equal(2, _assistant.Requests.Count);
        AITool tool = Assert.Single(_assistant.Requests[0].Options!.Tools!);
        Assert.Equal("predict_house_price", tool.Name);
    }
}
