using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>Attributes and items, where Jinja looks for one and then for the other.</summary>
internal static class Subscript
{
    /// <summary>Gets <c>target.name</c>: an attribute, or else an item.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="target">What has it.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The value; an undefined one where there is none.</returns>
    /// <exception cref="TemplateException">The target is undefined.</exception>
    public static JinjaValue GetAttribute(RenderState state, JinjaValue target, StringValue name)
    {
        Charge(state, target, name);
        return Defined(target).GetAttribute(name.Text) ?? target.GetItem(name) ?? Missing(target, name);
    }

    /// <summary>Gets <c>target[key]</c>: an item, or else an attribute.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="target">What has it.</param>
    /// <param name="key">Its position or key.</param>
    /// <returns>The value; an undefined one where there is none.</returns>
    /// <exception cref="TemplateException">The target is undefined.</exception>
    public static JinjaValue GetItem(RenderState state, JinjaValue target, JinjaValue key)
    {
        Charge(state, target, key);
        return Defined(target).GetItem(key)
            ?? (key is StringValue name ? target.GetAttribute(name.Text) : null)
            ?? Missing(target, key);
    }

    /// <summary>Pays for getting an item or a slice.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="target">What has it.</param>
    /// <param name="key">Its position, key or bounds.</param>
    /// <exception cref="TemplateException">Too many steps.</exception>
    public static void Charge(RenderState state, JinjaValue target, JinjaValue key)
    {
        KeyComparer.Charge(state, key);
        if (target is StringValue text)
        {
            // Characters beyond 16 bits are counted from the start.
            bool isCounted = key is SliceValue || text.Length != text.Text.Length;
            state.ChargeReading(isCounted ? text.Text.Length : 0);
        }
        else if (key is SliceValue)
        {
            state.Step(target.Length ?? 0);
        }
    }

    private static JinjaValue Defined(JinjaValue target) =>
        target is UndefinedValue undefined ? throw undefined.Fail() : target;

    private static UndefinedValue Missing(JinjaValue target, JinjaValue key)
    {
        string owner = target is NoneValue ? "None" : $"'{target.TypeName} object'";
        if (key is not StringValue name)
        {
            return new UndefinedValue($"{owner} has no such element ({key.TypeName})");
        }

        // Every object of Python has some of these; the sandbox lets none be used.
        return name.Text.StartsWith("__", StringComparison.Ordinal) && name.Text.EndsWith("__", StringComparison.Ordinal)
            ? new UndefinedValue($"access to attribute '{name.Text}' of {owner} is unsafe", TemplateErrorKind.Security)
            : new UndefinedValue($"{owner} has no attribute '{name.Text}'");
    }
}
