using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Predicates;

/// <summary>What a test asks: <c>value is name(arguments)</c>.</summary>
/// <param name="state">The rendering.</param>
/// <param name="value">What is tested.</param>
/// <param name="arguments">The arguments.</param>
/// <returns>Whether it holds.</returns>
internal delegate bool Predicate(RenderState state, JinjaValue value, CallArguments arguments);
