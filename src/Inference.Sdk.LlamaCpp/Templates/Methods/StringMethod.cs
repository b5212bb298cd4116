using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>What a method of texts does.</summary>
/// <param name="state">The rendering.</param>
/// <param name="self">The text.</param>
/// <param name="arguments">The arguments.</param>
/// <returns>The result.</returns>
internal delegate JinjaValue StringMethod(RenderState state, StringValue self, CallArguments arguments);
