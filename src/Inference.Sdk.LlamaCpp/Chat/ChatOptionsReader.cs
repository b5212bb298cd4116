using Inference.Sdk.LlamaCpp.Sampling;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Reads the options of requests. What cannot be honoured is refused by its name, never ignored. Safe for
/// concurrent use.</summary>
/// <param name="template">The model's template.</param>
/// <param name="defaults">How tokens are chosen where a request does not say.</param>
/// <param name="modelNames">The names that the model goes by.</param>
internal sealed class ChatOptionsReader(
    ChatTemplate template, SamplingParameters defaults, IReadOnlyList<string> modelNames)
{
    /// <summary>Reads options.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <returns>What they ask for.</returns>
    /// <exception cref="InvalidRequestException">One is out of its range, or cannot be honoured.</exception>
    public ChatPlan Read(ChatOptions? options)
    {
        IReadOnlyList<string> fallbackStops = template.IsFallback ? [ChatMlTemplate.TurnEnd] : [];
        if (options is null)
        {
            return new ChatPlan { Sampling = defaults, StopSequences = fallbackStops, Reasoning = template.Reasoning };
        }

        RefuseUnsupported(options);
        if (options.MaxOutputTokens < 1)
        {
            throw Refusal(
                nameof(options.MaxOutputTokens), $"is {options.MaxOutputTokens}", "Ask for at least one token, or leave it out");
        }

        ChatPlan plan = new()
        {
            Sampling = ReadSampling(options),
            MaxTokens = options.MaxOutputTokens,
            StopSequences = [.. options.StopSequences ?? [], .. fallbackStops],
            Instructions = string.IsNullOrEmpty(options.Instructions) ? null : options.Instructions,
            Variables = TemplateVariables.Read(options, template),
            Reasoning = template.Reasoning,
            HidesReasoning = options.Reasoning?.Output is ReasoningOutput.None,
        };
        return WithTools(plan, options);
    }

    private SamplingParameters ReadSampling(ChatOptions options)
    {
        var sampling = new SamplingParameters
        {
            Temperature = options.Temperature ?? defaults.Temperature,
            TopK = options.TopK ?? defaults.TopK,
            TopP = options.TopP ?? defaults.TopP,
            MinP = AdditionalNumber(options, GgufChatProperties.MinP) ?? defaults.MinP,
            Seed = (ulong?)options.Seed,
        };
        sampling.Validate();
        return sampling;
    }

    private static float? AdditionalNumber(ChatOptions options, string key)
    {
        if (options.AdditionalProperties?.TryGetValue(key, out object? value) is not true || value is null)
        {
            return null;
        }

        return value switch
        {
            float number => number,
            double number => (float)number,
            decimal number => (float)number,
            int number => number,
            long number => number,
            System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Number } number => number.GetSingle(),
            _ => throw Refusal(
                $"{nameof(options.AdditionalProperties)}[\"{key}\"]", $"is a {value.GetType().Name}", "Give a number"),
        };
    }

    private ChatPlan WithTools(ChatPlan plan, ChatOptions options)
    {
        if (options.ToolMode is RequiredChatToolMode)
        {
            throw Refusal(
                nameof(options.ToolMode), "requires a call, which this model cannot be made to give", "Use Auto or None");
        }

        if (options.Tools is not { Count: > 0 } || options.ToolMode is NoneChatToolMode)
        {
            return plan;
        }

        IReadOnlyList<AIFunctionDeclaration> functions = ToolMapper.Check(options.Tools);
        if (template.ToolCalls is null || !template.Mentions("tools"))
        {
            throw Refusal(
                nameof(options.Tools),
                "has functions, and the model's chat template has no calls in a format that is known here",
                "Use a model that was made for tools, such as Qwen 3, Hermes or Llama 3.1, or leave the tools out");
        }

        bool isSingle = options.AllowMultipleToolCalls is false;
        return plan with
        {
            Functions = functions,
            ToolCalls = template.ToolCalls,
            EndsWithFirstCall = isSingle,
            StopSequences = isSingle && template.ToolCalls.CallEnd is { } end
                ? [.. plan.StopSequences, end]
                : plan.StopSequences,
        };
    }

    private void RefuseUnsupported(ChatOptions options)
    {
        Refuse(options.FrequencyPenalty is not (null or 0), nameof(options.FrequencyPenalty),
            "is set, and repetition is not penalized here", "Leave it out");
        Refuse(options.PresencePenalty is not (null or 0), nameof(options.PresencePenalty),
            "is set, and repetition is not penalized here", "Leave it out");
        Refuse(options.ResponseFormat is not (null or ChatResponseFormatText), nameof(options.ResponseFormat),
            "asks for JSON, which answers are not constrained to yet", "Ask for text, and for JSON in the prompt");
        Refuse(options.ConversationId is not null, nameof(options.ConversationId),
            "is set, and no conversations are kept here", "Send the whole conversation with each request");
        Refuse(options.RawRepresentationFactory is not null, nameof(options.RawRepresentationFactory),
            "is set, and there are no other options below these", "Leave it out");
        Refuse(options.AllowBackgroundResponses is true, nameof(options.AllowBackgroundResponses),
            "is set, and answers are not generated in the background", "Leave it out");
        Refuse(options.ContinuationToken is not null, nameof(options.ContinuationToken),
            "is set, and answers are not generated in the background", "Leave it out");
        RefuseReasoningOutput(options.Reasoning?.Output);
        Refuse(
            options.ModelId is { } id && !modelNames.Contains(id, StringComparer.OrdinalIgnoreCase),
            nameof(options.ModelId),
            $"is '{options.ModelId}', and this is '{modelNames[0]}'",
            "Leave it out, or send the request to that model");
        foreach (string key in options.AdditionalProperties?.Keys ?? Enumerable.Empty<string>())
        {
            Refuse(
                key is not (GgufChatProperties.MinP or GgufChatProperties.TemplateVariables),
                $"{nameof(options.AdditionalProperties)}[\"{key}\"]",
                "is not known",
                $"Leave it out; known are {GgufChatProperties.MinP} and {GgufChatProperties.TemplateVariables}");
        }
    }

    private void RefuseReasoningOutput(ReasoningOutput? output)
    {
        string option = $"{nameof(ChatOptions.Reasoning)}.{nameof(ReasoningOptions.Output)}";
        Refuse(
            output is not (null or ReasoningOutput.None or ReasoningOutput.Full),
            option, $"is {output}, and reasoning is given whole or not at all", "Ask for Full or None, or leave it out");
        Refuse(
            output is not null && template.Reasoning is null,
            option, "is set, and the model's chat template has no reasoning in a form that is known here", "Leave it out");
    }

    private static void Refuse(bool isRefused, string option, string problem, string remedy)
    {
        if (isRefused)
        {
            throw Refusal(option, problem, remedy);
        }
    }

    private static InvalidRequestException Refusal(string option, string problem, string remedy) =>
        new($"{nameof(ChatOptions)}.{option} {problem}. {remedy}.", $"{nameof(ChatOptions)}.{option}");
}
