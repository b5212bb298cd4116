using System.Text;
using System.Text.Json;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Turns messages into what chat templates know as <c>messages</c>: mappings with <c>role</c>, <c>content</c>,
/// <c>tool_calls</c>, <c>tool_call_id</c>, <c>name</c>, as transformers documents them. For one request.</summary>
/// <param name="guard">Makes the values of texts.</param>
/// <param name="reasoningKey">What the template knows reasoning as.</param>
internal sealed class MessageMapper(Func<string, JinjaValue> guard, string reasoningKey)
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool"];

    private readonly Dictionary<string, string> _callNames = new(StringComparer.Ordinal);

    /// <summary>Turns a conversation.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="instructions">Text of the request's own that comes before them, or <see langword="null"/>. It becomes
    /// the beginning of a system message that is first: most templates take one only.</param>
    /// <returns>The list.</returns>
    /// <exception cref="InvalidRequestException">A message has a role or a content that the model cannot take.</exception>
    public ListValue Map(IReadOnlyList<ChatMessage> messages, string? instructions)
    {
        var mapped = new List<JinjaValue>();
        bool mergesFirst = instructions is not null && messages[0].Role == ChatRole.System;
        if (instructions is not null && !mergesFirst)
        {
            mapped.Add(NewMessage("system", instructions));
        }

        for (int i = 0; i < messages.Count; i++)
        {
            ChatMessage message = messages[i]
                ?? throw new InvalidRequestException($"Message {i} is null. Leave it out.", $"messages[{i}]");
            mapped.AddRange(MapMessage(message, i, mergesFirst && i == 0 ? instructions : null));
        }

        return new ListValue(mapped);
    }

    private List<JinjaValue> MapMessage(ChatMessage message, int index, string? before)
    {
        string role = message.Role.Value;
        if (!Roles.Contains(role, StringComparer.Ordinal))
        {
            throw new InvalidRequestException(
                $"Message {index} has the role '{role}'. Use {string.Join(", ", Roles)}.", $"messages[{index}]");
        }

        var text = new StringBuilder(before);
        text.Append(before is null ? string.Empty : "\n\n");
        var reasoning = new StringBuilder();
        var calls = new List<JinjaValue>();
        var results = new List<JinjaValue>();
        foreach (AIContent content in message.Contents)
        {
            switch (content)
            {
                case TextContent part:
                    text.Append(part.Text);
                    break;
                case TextReasoningContent part when role == "assistant":
                    reasoning.Append(part.Text);
                    break;
                case FunctionCallContent call when role == "assistant":
                    calls.Add(MapCall(call));
                    break;
                case FunctionResultContent result when role == "tool":
                    results.Add(MapResult(result));
                    break;
                case UsageContent:
                    // Says what an earlier answer took; it is not a part of the conversation.
                    break;
                default:
                    throw new InvalidRequestException(
                        $"Message {index} of role '{role}' has a {content.GetType().Name}, which the model cannot take there. "
                        + "Give text; calls of tools belong to the assistant, and their results to tool messages.",
                        $"messages[{index}]");
            }
        }

        if (results.Count > 0)
        {
            if (text.Length > 0)
            {
                results.Add(NewMessage(role, text.ToString()));
            }

            return results;
        }

        return [NewMessage(role, text.ToString(), message.AuthorName, reasoning.ToString(), calls)];
    }

    private MappingValue NewMessage(
        string role, string text, string? author = null, string reasoning = "", List<JinjaValue>? calls = null)
    {
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        items[new StringValue("role")] = new StringValue(role);
        items[new StringValue("content")] = guard(text);
        if (!string.IsNullOrEmpty(author))
        {
            items[new StringValue("name")] = guard(author);
        }

        if (reasoning.Length > 0)
        {
            items[new StringValue(reasoningKey)] = guard(reasoning);
        }

        if (calls?.Count > 0)
        {
            items[new StringValue("tool_calls")] = new ListValue(calls);
        }

        return new MappingValue(items);
    }

    private MappingValue MapCall(FunctionCallContent call)
    {
        _callNames[call.CallId] = call.Name;
        OrderedDictionary<JinjaValue, JinjaValue> function = MappingValue.NewItems();
        function[new StringValue("name")] = guard(call.Name);
        function[new StringValue("arguments")] = MapArguments(call);
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        items[new StringValue("type")] = new StringValue("function");
        items[new StringValue("id")] = guard(call.CallId);
        items[new StringValue("function")] = new MappingValue(function);
        return new MappingValue(items);
    }

    private MappingValue MapArguments(FunctionCallContent call)
    {
        OrderedDictionary<JinjaValue, JinjaValue> arguments = MappingValue.NewItems();
        foreach ((string name, object? value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            arguments[guard(name)] = value switch
            {
                null => NoneValue.Instance,
                string text => guard(text),
                JsonElement element => JsonValues.From(element, guard),
                _ => JsonValues.From(ResultText.ToElement(value, $"argument '{name}' of call '{call.CallId}'"), guard),
            };
        }

        return new MappingValue(arguments);
    }

    private MappingValue MapResult(FunctionResultContent result)
    {
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        items[new StringValue("role")] = new StringValue("tool");
        items[new StringValue("tool_call_id")] = guard(result.CallId);
        if (_callNames.TryGetValue(result.CallId, out string? name))
        {
            items[new StringValue("name")] = guard(name);
        }

        items[new StringValue("content")] = guard(ResultText.Of(result));
        return new MappingValue(items);
    }
}
