using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Hosting;
using Inference.Sdk.Cli.Output;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Cli.Run;

/// <summary>`inference run`: an answer, as it comes.</summary>
internal sealed class RunVerb(CliConsole console)
{
    public async Task RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        string prompt = await PromptText.ReadAsync(settings.Prompt, console, cancellationToken).ConfigureAwait(false);
        ModelHost host = await ModelHost.StartAsync(
            inference => GgufRegistration.Add(inference, settings, ModelHost.ModelName),
            settings.Verbose ? console.Error : null,
            console.Time,
            cancellationToken).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var predictor = host.Get<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>();
            var updates = new List<ChatResponseUpdate>();
            await foreach (ChatResponseUpdate update in predictor
                .PredictStreamingAsync(ToRequest(settings, prompt), null, cancellationToken)
                .WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                updates.Add(update);
                if (!settings.Json)
                {
                    await console.Out.WriteAsync(update.Text.AsMemory(), cancellationToken).ConfigureAwait(false);
                    await console.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await FinishAsync(settings, updates, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ChatRequest ToRequest(RunSettings settings, string prompt)
    {
        var messages = new List<ChatMessage>();
        if (settings.System is { } system)
        {
            messages.Add(new ChatMessage(ChatRole.System, system));
        }

        messages.Add(new ChatMessage(ChatRole.User, prompt));
        return new ChatRequest(messages, ChatSampling.ToOptions(settings));
    }

    private async Task FinishAsync(
        RunSettings settings, List<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        ChatResponse response = updates.ToChatResponse();
        if (!PredictionReport.TryGet(updates[^1], out PredictionReport? report))
        {
            throw new EngineException("The model's last update carries no report.");
        }

        string? finish = response.FinishReason?.Value;
        if (settings.Json)
        {
            await JsonOutput.WriteAsync(
                console.Out, ToReport(response, report), CliJsonContext.Default.RunReport, cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        if (!response.Text.EndsWith('\n'))
        {
            await console.Out.WriteLineAsync().ConfigureAwait(false);
        }

        await console.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        await console.Error.WriteLineAsync(RunSummary.Describe(report, finish)).ConfigureAwait(false);
    }

    private static RunReport ToReport(ChatResponse response, PredictionReport report) => new()
    {
        Model = ModelFacts.From(report.Model),
        Id = report.Id,
        Text = response.Text,
        FinishReason = response.FinishReason?.Value,
        Usage = RunUsage.From(report.Usage),
        Timings = RunTimings.From(report.Timings, report.Usage),
        Energy = EnergyFacts.From(report.Energy),
    };
}
