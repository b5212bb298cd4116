// A sentence about a house goes to a local language model, which calls a local tree ensemble through Semantic Kernel and
// answers with its price. Both are predictors of one container, and one observer sees what each of them took.
using System.Text.Json;
using System.Text.Json.Serialization;
using Inference.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

// 1. Register the models. Each is loaded when it is first used.
string models = Path.Combine(AppContext.BaseDirectory, "models");
var services = new ServiceCollection();
services.AddInference()
    .AddGguf("assistant", o => o.ModelPath = Path.Combine(models, "house-assistant-q8_0.gguf"))
    .AddTabular("house-price", o => o.ModelPath = Path.Combine(models, "house-price.xgb.json"));

// 2. Give Semantic Kernel the language model as its chat service and the tabular model as a function.
services.AddKernel().AddInferenceChatCompletion("assistant").Plugins.AddFromPredictor("house-price");

// 3. Watch: the observer sees every prediction of both models, the filter every function call.
var ledger = new Ledger();
services.AddSingleton<IInferenceObserver>(ledger).AddSingleton<IFunctionInvocationFilter>(ledger);

await using ServiceProvider provider = services.BuildServiceProvider();
Kernel kernel = provider.GetRequiredService<Kernel>();
var chat = kernel.GetRequiredService<IChatCompletionService>();
var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
settings.ExtensionData = new Dictionary<string, object> { ["temperature"] = 0 };

// 4. Ask. `--ask "..."` asks one question, `--interactive` chats, `--json` prints an object instead of text.
bool json = args.Contains("--json"), interactive = args.Contains("--interactive");
var format = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
var history = new ChatHistory();
int ask = Array.IndexOf(args, "--ask") + 1;
string[] questions = ask > 0 ? args[ask..Math.Min(ask + 1, args.Length)] :
[
    "What is a three bed, two bath house of 1,850 sq ft on the coast worth, built 1987?",
    "We're selling our suburban place: 2,400 square feet, 4 bedrooms, 2.5 baths, two-car garage, in good shape.",
    "How much for a run-down mountain cabin with one bedroom on half an acre?",
];
if (questions.Length == 0)
{
    Console.Error.WriteLine("--ask needs a question: --ask \"a two bedroom house in the city\"");
    return 2;
}

foreach (string question in interactive ? Typed() : questions)
{
    await AnswerAsync(question);
}

return 0;

async Task AnswerAsync(string question)
{
    ledger.Clear();
    // A chat keeps its last messages, from a question on: a tool's result without its call is no conversation.
    history = new ChatHistory(history.TakeLast(interactive ? 4 : 0).SkipWhile(m => m.Role != AuthorRole.User));
    history.AddUserMessage(question);
    string answer = "";
    Show(interactive ? "" : $"> {question}\n");
    await foreach (StreamingChatMessageContent piece in chat.GetStreamingChatMessageContentsAsync(history, settings, kernel))
    {
        answer += piece.Content;
        Show(piece.Content);
    }

    history.AddAssistantMessage(answer);
    List<PredictionReport> rows = ledger.Of(r => r.Usage.Rows > 0), texts = ledger.Of(r => r.Usage.Rows == 0);
    EnergyEstimate? energy = texts.Concat(rows).Select(r => r.Energy).Aggregate((a, b) => a is null || b is null ? a ?? b
        : a with { LowJoules = a.LowJoules + b.LowJoules, MidJoules = a.MidJoules + b.MidJoules, HighJoules = a.HighJoules + b.HighJoules });
    var usage = new { inputTokens = texts.Sum(r => r.Usage.InputTokens), outputTokens = texts.Sum(r => r.Usage.OutputTokens) };
    double decodeMs = texts.Sum(r => r.Timings.Decode.TotalMilliseconds);
    var timings = new
    {
        timeToFirstTokenMs = texts[0].Timings.TimeToFirstToken.TotalMilliseconds,
        decodeMs,
        // The first token of a text is not decoded: it comes out of the prompt's last step.
        tokensPerSecond = decodeMs > 0 ? texts.Sum(r => Math.Max(0, r.Usage.OutputTokens - 1)) / decodeMs * 1000 : (double?)null,
        totalMs = texts.Concat(rows).Sum(r => r.Timings.Total.TotalMilliseconds),
    };
    var result = new { arguments = ledger.Arguments, price = ledger.Price, answer, usage, timings, energy };
    Console.Write(json ? $"{JsonSerializer.Serialize(result, format)}\n" : "");
    Show(ledger.Arguments is null ? "\n  no call" : $"\n  predict_house_price({JsonSerializer.Serialize(ledger.Arguments)}) = {ledger.Price}");
    Show($"\n  {usage.outputTokens} tokens, {timings.tokensPerSecond:F0} tokens/s, the first after {timings.timeToFirstTokenMs:F0} ms");
    Show(energy is null ? "\n  no figure of energy\n\n"
        : $"\n  {energy.MidJoules:F2} J ({energy.LowJoules:F2} to {energy.HighJoules:F2}), {energy.Provenance}: {energy.Source}\n\n");
}

void Show(string? text) => Console.Write(json ? "" : text);

IEnumerable<string> Typed()
{
    Show("Describe a house; ask again about another. An empty line ends the chat.\n");
    while (Console.ReadLine() is { Length: > 0 } line)
    {
        yield return line;
    }
}

internal sealed class Ledger : IInferenceObserver, IFunctionInvocationFilter
{
    private readonly List<PredictionReport> _reports = [];

    public Dictionary<string, object?>? Arguments { get; private set; }
    public double? Price { get; private set; }

    public List<PredictionReport> Of(Func<PredictionReport, bool> kind) => [.. _reports.Where(kind)];
    public void Clear() => (_, Arguments, Price) = (_reports.RemoveAll(_ => true), null, null);
    public void OnCompleted(in PredictionCompleted completed) => _reports.Add(completed.Report);

    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        Arguments = new Dictionary<string, object?>(context.Arguments);
        await next(context);
        Price = context.Result.GetValue<JsonElement>().TryGetProperty("price", out JsonElement price) ? price.GetDouble() : null;
    }
}
