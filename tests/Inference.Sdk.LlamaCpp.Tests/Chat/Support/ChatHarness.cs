using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Chat.Support;

/// <summary>A predictor over a scripted generator, with a template that shows all that it is given.</summary>
internal sealed class ChatHarness
{
    public const string Template =
        """
        {{- bos_token }}
        {%- if tools %}{{ '<|im_start|>tools\n' + tools | tojson + '<|im_end|>\n' }}{% endif %}
        {%- for m in messages %}
            {{- '<|im_start|>' + m.role + '\n' }}
            {%- if m.name %}{{ '(' + m.name + ')' }}{% endif %}
            {%- if m.reasoning_content %}{{ '{' + m.reasoning_content + '}' }}{% endif %}
            {%- if m.tool_call_id %}{{ '#' + m.tool_call_id + ' ' }}{% endif %}
            {{- m.content }}
            {%- for c in m.tool_calls or [] %}
                {{- '<tool_call>' + c.id + ' ' + {"name": c.function.name, "arguments": c.function.arguments} | tojson + '</tool_call>' }}
            {%- endfor %}
            {{- '<|im_end|>\n' }}
        {%- endfor %}
        {%- if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}
        {%- if enable_thinking is defined %}{{ 'thinking ' ~ enable_thinking }}{% endif %}
        """;

    public ChatHarness(
        string? template = Template, ChatVocabulary? vocabulary = null, SamplingParameters? defaults = null, int maxSequences = 2)
    {
        Vocabulary = vocabulary ?? new ChatVocabulary();
        var metadata = new PredictorMetadata
        {
            Name = "assistant",
            Kind = PredictorKind.LanguageModel,
            Model = new ModelIdentity { Name = "Tiny" },
        };
        Predictor = new GgufPredictor(
            Generator,
            Vocabulary,
            ChatTemplate.Create(template, "tiny.gguf"),
            defaults ?? new SamplingParameters { Temperature = 0.7f, TopK = 20, TopP = 0.9f, MinP = 0.1f },
            metadata,
            maxSequences,
            Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero));

    public ScriptedGenerator Generator { get; } = new();

    public ChatVocabulary Vocabulary { get; }

    public GgufPredictor Predictor { get; }

    public static AIFunction Price => AIFunctionFactory.Create(
        (double sqft) => sqft * 100, "price", "Estimates a price");

    public async Task<ChatResponse> AskAsync(ChatOptions? options, params ChatMessage[] messages) =>
        (await Predictor.PredictAsync(new ChatRequest(messages, options))).Value;

    public Task<ChatResponse> AskAsync(ChatOptions? options = null) => AskAsync(options, new ChatMessage(ChatRole.User, "Hi"));

    /// <summary>Sends messages and gets the prompt that they became, control tokens in double braces.</summary>
    public async Task<string> PromptAsync(ChatOptions? options, params ChatMessage[] messages)
    {
        await AskAsync(options, messages);
        return Vocabulary.Show(LastRequest.Prompt.Span);
    }

    public Task<string> PromptAsync(params ChatMessage[] messages) => PromptAsync(null, messages);

    public GenerationRequest LastRequest => Generator.Requests[^1];

    public async Task<InvalidRequestException> RefusalAsync(ChatOptions? options, params ChatMessage[] messages)
    {
        ChatMessage[] sent = messages.Length > 0 ? messages : [new ChatMessage(ChatRole.User, "Hi")];
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => AskAsync(options, sent));
        Assert.Empty(Generator.Requests);
        return error;
    }

    public void AnswerWith(GenerationFinish finish, params string[] pieces) =>
        Generator.OnGenerate = (_, _) => ScriptedGenerator.Answer(finish, pieces);
}
