using Inference.Sdk.LlamaCpp.Templates.Values;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Turns tools into what chat templates know as <c>tools</c>: function schemas as OpenAI's API has them.</summary>
internal static class ToolMapper
{
    private const string Parameter = $"{nameof(ChatOptions)}.{nameof(ChatOptions.Tools)}";

    /// <summary>Checks tools.</summary>
    /// <param name="tools">The tools of a request.</param>
    /// <returns>The functions.</returns>
    /// <exception cref="InvalidRequestException">One is not a function, or two have one name.</exception>
    public static IReadOnlyList<AIFunctionDeclaration> Check(IList<AITool> tools)
    {
        var functions = new List<AIFunctionDeclaration>(tools.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (AITool tool in tools)
        {
            if (tool is not AIFunctionDeclaration function)
            {
                throw new InvalidRequestException(
                    $"Tool '{tool?.Name}' is a {tool?.GetType().Name ?? "null"}. A local model can call functions only: give "
                    + "AIFunctions.",
                    Parameter);
            }

            if (!names.Add(function.Name))
            {
                throw new InvalidRequestException(
                    $"Two tools have the name '{function.Name}'. Give each a name of its own.", Parameter);
            }

            functions.Add(function);
        }

        return functions;
    }

    /// <summary>Turns functions.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="guard">Makes the values of texts.</param>
    /// <returns>The list.</returns>
    public static ListValue Map(IReadOnlyList<AIFunctionDeclaration> functions, Func<string, JinjaValue> guard) =>
        new([.. functions.Select(function => Map(function, guard))]);

    private static MappingValue Map(AIFunctionDeclaration function, Func<string, JinjaValue> guard)
    {
        OrderedDictionary<JinjaValue, JinjaValue> declaration = MappingValue.NewItems();
        declaration[new StringValue("name")] = guard(function.Name);
        declaration[new StringValue("description")] = guard(function.Description);
        declaration[new StringValue("parameters")] = JsonValues.From(function.JsonSchema, guard);
        OrderedDictionary<JinjaValue, JinjaValue> tool = MappingValue.NewItems();
        tool[new StringValue("type")] = new StringValue("function");
        tool[new StringValue("function")] = new MappingValue(declaration);
        return new MappingValue(tool);
    }
}
