using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tools;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Makes the updates of one answer from what the model generates. Used by one consumer.</summary>
internal sealed class AnswerWriter
{
    private readonly Guid _id;
    private readonly string _responseId;
    private readonly string _modelId;
    private readonly DateTimeOffset _createdAt;
    private readonly ChatPlan _plan;
    private readonly IToolCallParser _parser;
    private ReasoningSplitter? _reasoning;
    private readonly List<AnswerPiece> _pieces = [];
    private int _calls;

    /// <summary>Begins an answer.</summary>
    /// <param name="id">The prediction's id, which becomes the response's and the message's.</param>
    /// <param name="modelId">The model's name.</param>
    /// <param name="createdAt">When the answer began.</param>
    /// <param name="plan">What was asked for.</param>
    public AnswerWriter(Guid id, string modelId, DateTimeOffset createdAt, ChatPlan plan)
    {
        _id = id;
        _responseId = id.ToString();
        _modelId = modelId;
        _createdAt = createdAt;
        _plan = plan;
        _parser = plan.ToolCalls?.CreateParser(plan.ToolNames) ?? new PlainTextParser();
        _reasoning = plan.Reasoning is null ? null : new ReasoningSplitter(plan.Reasoning, isOpen: false);
    }

    /// <summary>Takes the prompt that the answer continues, before any piece of it.</summary>
    /// <param name="prompt">The prompt.</param>
    public void Continue(Prompt prompt)
    {
        if (prompt.OpensReasoning && _plan.Reasoning is { } tags)
        {
            _reasoning = new ReasoningSplitter(tags, isOpen: true);
        }
    }

    /// <summary>Takes a piece of the generation.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The update that it completes, or <see langword="null"/> where it completes none.</returns>
    public ChatResponseUpdate? Append(string text)
    {
        Take(_reasoning?.Append(text) ?? (string.Empty, text));
        return TakeUpdate();
    }

    /// <summary>Takes the end of the generation.</summary>
    /// <param name="last">Its last piece, which was taken.</param>
    /// <param name="report">What it took.</param>
    /// <returns>The last update.</returns>
    public ChatResponseUpdate Complete(GenerationUpdate last, PredictionReport report)
    {
        Take(_reasoning?.Complete() ?? (string.Empty, string.Empty));

        // A stop sequence of the request's own may cut a call off anywhere.
        bool isCallEnded = _plan.EndsWithFirstCall && last.Stop is not null && last.Stop == _plan.ToolCalls?.CallEnd;
        _parser.Complete(isCallEnded, _pieces);
        ChatResponseUpdate update = TakeUpdate() ?? NewUpdate([]);
        update.FinishReason = last.Finish switch
        {
            GenerationFinish.Length => ChatFinishReason.Length,
            _ when _calls > 0 => ChatFinishReason.ToolCalls,
            _ => ChatFinishReason.Stop,
        };
        long reasoningTokens = CountReasoning(last);
        report = report with { Usage = report.Usage with { ReasoningTokens = reasoningTokens } };
        update.Contents.Add(new UsageContent(new UsageDetails
        {
            InputTokenCount = report.Usage.InputTokens,
            OutputTokenCount = report.Usage.OutputTokens,
            TotalTokenCount = report.Usage.InputTokens + report.Usage.OutputTokens,
            CachedInputTokenCount = report.Usage.CachedInputTokens,
            ReasoningTokenCount = _reasoning is null ? null : reasoningTokens,
        }));
        update.AdditionalProperties = new AdditionalPropertiesDictionary { [PredictionReport.PropertyName] = report };
        return update;
    }

    private void Take((string Reasoning, string Answer) text)
    {
        if (text.Reasoning.Length > 0 && !_plan.HidesReasoning)
        {
            _pieces.Add(new AnswerPiece(text.Reasoning, IsReasoning: true));
        }

        _parser.Append(text.Answer, _pieces);
    }

    // The tags are tokens of the reasoning; where its end never came, so is every token.
    private long CountReasoning(GenerationUpdate last) => _reasoning switch
    {
        null or { HasReasoning: false } => 0,
        { HasEnded: false } => last.Usage.OutputTokens,
        _ => last.LandmarkTokens ?? 0,
    };

    private ChatResponseUpdate? TakeUpdate()
    {
        var contents = new List<AIContent>(_pieces.Count);
        foreach (AnswerPiece piece in _pieces)
        {
            if (piece.IsReasoning)
            {
                contents.Add(new TextReasoningContent(piece.Text));
            }
            else if (piece.Call is null)
            {
                contents.Add(new TextContent(piece.Text));
            }
            else if (_calls == 0 || !_plan.EndsWithFirstCall)
            {
                contents.Add(NewCall(piece.Call));
            }
        }

        _pieces.Clear();
        return contents.Count > 0 ? NewUpdate(contents) : null;
    }

    private FunctionCallContent NewCall(ToolCall call) =>
        new($"call_{_id:N}_{_calls++}", call.Name, call.Arguments);

    private ChatResponseUpdate NewUpdate(IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = _responseId,
        MessageId = _responseId,
        ModelId = _modelId,
        CreatedAt = _createdAt,
    };
}
