using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Samples;

/// <summary>Keeps the calls that a kernel made for a model.</summary>
internal sealed class CallRecorder : IAutoFunctionInvocationFilter
{
    public List<(string Name, IDictionary<string, object?> Arguments, JsonElement Result)> Calls { get; } = [];

    public async Task OnAutoFunctionInvocationAsync(
        AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        // A copy: what invokes the function may put the kernel among its arguments.
        Dictionary<string, object?> arguments = new(context.Arguments ?? []);
        await next(context);
        Calls.Add((context.Function.ToString(), arguments, context.Result.GetValue<JsonElement>()));
    }
}
