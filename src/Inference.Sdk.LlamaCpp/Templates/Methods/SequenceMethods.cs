using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>The methods of lists and tuples. Those that would change one are errors, as in Jinja's immutable
/// sandbox.</summary>
internal static class SequenceMethods
{
    /// <summary>Finds a method.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="name">The method's name.</param>
    /// <returns>The method, or <see langword="null"/> where there is none.</returns>
    public static JinjaValue? Find(SequenceValue sequence, string name)
    {
        switch (name)
        {
            case "count":
                return new FunctionValue(name, (state, arguments) => Count(state, sequence, arguments));
            case "index":
                return new FunctionValue(name, (state, arguments) => Index(state, sequence, arguments));
            case "copy" when sequence is ListValue:
                return new FunctionValue(name, (_, arguments) =>
                {
                    arguments.Bind(name);
                    return sequence;
                });
            case "append" or "clear" or "extend" or "insert" or "pop" or "remove" or "reverse" or "sort"
                when sequence is ListValue:
                return new UndefinedValue(
                    $"access to attribute '{name}' of 'list' object is unsafe", TemplateErrorKind.Security);
            default:
                return null;
        }
    }

    private static IntegerValue Count(RenderState state, SequenceValue sequence, CallArguments arguments)
    {
        JinjaValue value = arguments.BindRequired("count", 1, "value")[0]!;
        return new IntegerValue(sequence.Items.Count(item => Comparison.AreEqual(state, item, value)));
    }

    private static IntegerValue Index(RenderState state, SequenceValue sequence, CallArguments arguments)
    {
        JinjaValue value = arguments.BindRequired("index", 1, "value")[0]!;
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            if (Comparison.AreEqual(state, sequence.Items[i], value))
            {
                return new IntegerValue(i);
            }
        }

        throw new TemplateException(TemplateErrorKind.Value, $"the value is not in the {sequence.TypeName}");
    }
}
