using System.Text;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Makes the tokens of a prompt from a conversation. Safe for concurrent use.</summary>
internal sealed class PromptBuilder
{
    private readonly ChatTemplate _template;
    private readonly TimeProvider _clock;
    private readonly ControlTokens _control;
    private readonly PromptTokenizer _tokenizer;
    private readonly StringValue _begin;
    private readonly StringValue _end;
    private readonly string _reasoningKey;

    /// <summary>Makes a builder.</summary>
    /// <param name="template">The model's template.</param>
    /// <param name="vocabulary">The model's vocabulary.</param>
    /// <param name="clock">What time it is, for templates that tell the date.</param>
    public PromptBuilder(ChatTemplate template, ILlamaVocabulary vocabulary, TimeProvider clock)
    {
        _template = template;
        _clock = clock;
        _control = new ControlTokens(vocabulary);
        _tokenizer = new PromptTokenizer(vocabulary, _control);
        _begin = Piece(vocabulary, vocabulary.BeginOfSequence);
        _end = Piece(vocabulary, vocabulary.EndOfSequence);

        // Some templates know reasoning by one name, some by the other.
        _reasoningKey = template.Mentions("thinking") && !template.Mentions("reasoning_content")
            ? "thinking"
            : "reasoning_content";
    }

    /// <summary>Tells whether a text is that of a control token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is.</returns>
    public bool IsControl(string text) => _control.Contains(text);

    /// <summary>Makes a prompt.</summary>
    /// <param name="messages">The conversation, at least one message.</param>
    /// <param name="plan">What is asked for.</param>
    /// <param name="contextLength">The most tokens that the prompt can have.</param>
    /// <param name="cancellationToken">Gives up rendering.</param>
    /// <returns>The prompt.</returns>
    /// <exception cref="InvalidRequestException">The model or its template cannot take the conversation.</exception>
    /// <exception cref="ContextOverflowException">It is far too long.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Prompt Build(
        IReadOnlyList<ChatMessage> messages, ChatPlan plan, int contextLength, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            throw new InvalidRequestException("There are no messages. Give at least one.", "messages");
        }

        for (char mark = TextGuard.FirstMark; mark <= TextGuard.LastMark; mark++)
        {
            var guard = new TextGuard(_control, mark);
            MappingValue context = NewContext(messages, plan, guard.Guard);
            if (!guard.HasMet && !_template.Mentions(mark.ToString()))
            {
                string prompt = _template.Render(context, _clock, cancellationToken);
                return new Prompt(
                    _tokenizer.Tokenize(prompt, guard.HasMarked ? mark : null, contextLength),
                    _template.Reasoning?.AreOpenedBy(prompt) ?? false);
            }
        }

        throw new InvalidRequestException(
            "The messages use each of the noncharacters U+FDD0 to U+FDEF, which are no text. Leave them out.", "messages");
    }

    private MappingValue NewContext(
        IReadOnlyList<ChatMessage> messages, ChatPlan plan, Func<string, JinjaValue> guard)
    {
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        foreach ((string name, JinjaValue value) in plan.Variables)
        {
            items[new StringValue(name)] = value;
        }

        items[new StringValue("messages")] = new MessageMapper(guard, _reasoningKey).Map(messages, plan.Instructions);

        // As transformers does: none, not undefined, where there are none.
        items[new StringValue("tools")] = plan.Functions.Count > 0
            ? ToolMapper.Map(plan.Functions, guard)
            : NoneValue.Instance;
        items[new StringValue("documents")] = NoneValue.Instance;
        items[new StringValue("add_generation_prompt")] = BooleanValue.True;
        items[new StringValue("bos_token")] = _begin;
        items[new StringValue("eos_token")] = _end;
        return new MappingValue(items);
    }

    private static StringValue Piece(ILlamaVocabulary vocabulary, int token) => token < 0
        ? StringValue.Empty
        : new StringValue(Encoding.UTF8.GetString(vocabulary.GetPiece(token, special: true).Span));
}
