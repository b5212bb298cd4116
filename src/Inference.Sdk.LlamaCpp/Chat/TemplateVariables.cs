using System.Text.Json;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Reads the further variables of a template from the options of a request.</summary>
internal static class TemplateVariables
{
    private const string EnableThinking = "enable_thinking";
    private const string ReasoningEffortName = "reasoning_effort";

    // What the chat layer gives every template itself.
    private static readonly string[] Reserved =
        ["messages", "tools", "documents", "add_generation_prompt", "bos_token", "eos_token"];

    /// <summary>Reads variables.</summary>
    /// <param name="options">The options.</param>
    /// <param name="template">The model's template.</param>
    /// <returns>The variables by name.</returns>
    /// <exception cref="InvalidRequestException">The template does not know one, or it is given already.</exception>
    public static Dictionary<string, JinjaValue> Read(ChatOptions options, ChatTemplate template)
    {
        var variables = new Dictionary<string, JinjaValue>(StringComparer.Ordinal);
        if (options.AdditionalProperties?.TryGetValue(GgufChatProperties.TemplateVariables, out object? value) is true
            && value is not null)
        {
            JsonElement element = value as JsonElement? ?? ResultText.ToElement(value, GgufChatProperties.TemplateVariables);
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw Refusal(GgufChatProperties.TemplateVariables, "is not an object of names and values");
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                Add(variables, template, property.Name, JsonValues.From(property.Value));
            }
        }

        AddReasoning(variables, template, options.Reasoning?.Effort);
        return variables;
    }

    private static void AddReasoning(
        Dictionary<string, JinjaValue> variables, ChatTemplate template, ReasoningEffort? effort)
    {
        if (effort is null)
        {
            return;
        }

        bool thinks = effort != ReasoningEffort.None;
        if (template.Mentions(EnableThinking))
        {
            variables[EnableThinking] = BooleanValue.Of(thinks);
        }
        else if (thinks && template.Mentions(ReasoningEffortName))
        {
            variables[ReasoningEffortName] = new StringValue(effort switch
            {
                ReasoningEffort.Low => "low",
                ReasoningEffort.Medium => "medium",
                _ => "high",
            });
        }
        else
        {
            throw new InvalidRequestException(
                $"ChatOptions.Reasoning.Effort is {effort}, and the model's chat template has no such choice. Leave it out.",
                "ChatOptions.Reasoning.Effort");
        }
    }

    private static void Add(
        Dictionary<string, JinjaValue> variables, ChatTemplate template, string name, JinjaValue value)
    {
        if (Reserved.Contains(name, StringComparer.Ordinal))
        {
            throw Refusal(name, "is set by the chat itself");
        }

        if (!template.Mentions(name))
        {
            throw Refusal(name, "is not known to the model's chat template");
        }

        variables[name] = value;
    }

    private static InvalidRequestException Refusal(string name, string problem) => new(
        $"ChatOptions.AdditionalProperties[\"{GgufChatProperties.TemplateVariables}\"]: '{name}' {problem}. Leave it out.",
        $"ChatOptions.AdditionalProperties[\"{GgufChatProperties.TemplateVariables}\"]");
}
