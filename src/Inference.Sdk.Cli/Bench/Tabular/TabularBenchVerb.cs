using System.Globalization;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Output;
using Inference.Sdk.Tabular;

namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>`inference bench tabular`: how fast a tabular model is on this machine.</summary>
internal sealed class TabularBenchVerb(CliConsole console)
{
    public async Task RunAsync(TabularBenchSettings settings, bool json, CancellationToken cancellationToken)
    {
        TabularModel model = await TabularModel.LoadAsync(settings.Model, null, cancellationToken).ConfigureAwait(false);
        var predictor = new TabularPredictor(model, timeProvider: console.Time);
        await using (predictor.ConfigureAwait(false))
        {
            float[] rows = RowGenerator.Create(model.Schema, settings.Rows, settings.MissingShare, settings.Seed);
            var report = new TabularBenchReport
            {
                Model = ModelFacts.From(model.Identity),
                Features = model.Schema.Count,
                Trees = model.TreeCount,
                Leaves = model.LeafCount,
                Machine = MachineFacts.Read(),
                Settings = settings,
                SingleRow = SingleRowBench.Run(predictor, rows, settings.Rounds, console.Time, cancellationToken),
                Batch = BatchBench.Run(
                    predictor, rows, settings.Threads, settings.Rounds, console.Time, cancellationToken),
            };
            if (json)
            {
                await JsonOutput.WriteAsync(
                    console.Out, report, CliJsonContext.Default.TabularBenchReport, cancellationToken)
                    .ConfigureAwait(false);
            }
            else
            {
                Write(report);
            }
        }
    }

    private void Write(TabularBenchReport report)
    {
        SampleSummary single = report.SingleRow.NanosecondsPerRow;
        new FactTable($"{report.Model.Name}: {report.Features} features, {Units.Count(report.Trees)} trees", "", "")
            .Add("single row, p50", $"{Units.Number(single.P50)} ns")
            .Add("single row, p99", $"{Units.Number(single.P99)} ns")
            .Add(
                "allocated for a row",
                report.SingleRow.AllocatedBytesPerRow.ToString("0.###", CultureInfo.InvariantCulture) + " bytes")
            .Add($"batch, {report.Batch.Threads} threads", $"{Units.Number(report.Batch.RowsPerSecond)} rows/s")
            .Add("rows", Units.Count(report.Settings.Rows))
            .Add("machine", report.Machine.Describe())
            .WriteTo(Consoles.Create(console.Out, console.IsOutputTerminal));
    }
}
