using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>What a filter does.</summary>
/// <param name="state">The rendering.</param>
/// <param name="value">What is filtered.</param>
/// <param name="arguments">The arguments.</param>
/// <returns>The result.</returns>
internal delegate JinjaValue Filter(RenderState state, JinjaValue value, CallArguments arguments);
