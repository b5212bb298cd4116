using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>The methods of mappings. Those that would change one are errors, as in Jinja's immutable sandbox.</summary>
internal static class MappingMethods
{
    /// <summary>Finds a method.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="name">The method's name.</param>
    /// <returns>The method, or <see langword="null"/> where there is none.</returns>
    public static JinjaValue? Find(MappingValue mapping, string name) => name switch
    {
        "get" => new FunctionValue(name, (state, arguments) => Get(state, mapping, arguments)),
        "items" => View(mapping, name, "dict_items", Pairs),
        "keys" => View(mapping, name, "dict_keys", from => [.. from.Items.Keys]),
        "values" => View(mapping, name, "dict_values", from => [.. from.Items.Values]),
        "copy" => new FunctionValue(name, (_, arguments) =>
        {
            arguments.Bind(name);
            return mapping;
        }),
        "clear" or "pop" or "popitem" or "setdefault" or "update" => new UndefinedValue(
            $"access to attribute '{name}' of 'dict' object is unsafe", TemplateErrorKind.Security),
        _ => null,
    };

    /// <summary>Gets the items of a mapping as pairs.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <returns>The pairs of key and value.</returns>
    public static IReadOnlyList<JinjaValue> Pairs(MappingValue mapping) =>
        [.. mapping.Items.Select(item => new TupleValue([item.Key, item.Value]))];

    private static FunctionValue View(
        MappingValue mapping, string name, string typeName, Func<MappingValue, IReadOnlyList<JinjaValue>> items) =>
        new(name, (state, arguments) =>
        {
            arguments.Bind(name);
            state.Step(mapping.Items.Count);
            return new ViewValue(typeName, items(mapping));
        });

    private static JinjaValue Get(RenderState state, MappingValue mapping, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("get", 1, "key", "default");
        return mapping.GetItem(KeyComparer.Require(state, bound[0]!)) ?? bound[1] ?? NoneValue.Instance;
    }
}
