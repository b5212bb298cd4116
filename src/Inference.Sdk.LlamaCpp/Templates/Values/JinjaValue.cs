using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A value as templates see it: what Python's object protocol means to Jinja. Templates cannot change values,
/// except a namespace's attributes.</summary>
internal abstract class JinjaValue
{
    /// <summary>Gets the name of its type, as Python's errors call it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Gets whether it counts as true.</summary>
    public abstract bool IsTrue { get; }

    /// <summary>Gets whether it can be called.</summary>
    public virtual bool IsCallable => false;

    /// <summary>Gets whether it is undefined.</summary>
    public virtual bool IsUndefined => false;

    /// <summary>Gets the number of its items; <see langword="null"/> where it has none to count.</summary>
    public virtual int? Length => null;

    /// <summary>Writes it as Python's <c>repr</c> does.</summary>
    /// <param name="text">Where to.</param>
    public abstract void WriteRepr(BoundedText text);

    /// <summary>Writes it as Python's <c>str</c> does.</summary>
    /// <param name="text">Where to.</param>
    public virtual void WriteTo(BoundedText text) => WriteRepr(text);

    /// <summary>Gets what a loop over it sees.</summary>
    /// <returns>Its items, or <see langword="null"/> where it cannot be looped over.</returns>
    public virtual IEnumerable<JinjaValue>? GetItems() => null;

    /// <summary>Gets an item by position or key.</summary>
    /// <param name="key">The position or key.</param>
    /// <returns>The item, or <see langword="null"/> where there is none.</returns>
    public virtual JinjaValue? GetItem(JinjaValue key) => null;

    /// <summary>Gets an attribute, such as a method.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The attribute, or <see langword="null"/> where there is none.</returns>
    public virtual JinjaValue? GetAttribute(string name) => null;

    /// <summary>Calls it.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returns.</returns>
    public virtual JinjaValue Call(RenderState state, CallArguments arguments) =>
        throw new TemplateException(TemplateErrorKind.Type, $"'{TypeName}' object is not callable");
}
