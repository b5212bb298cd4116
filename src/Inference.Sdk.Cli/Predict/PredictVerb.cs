using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Csv;
using Inference.Sdk.Cli.Hosting;
using Inference.Sdk.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Cli.Predict;

/// <summary>`inference predict`: predictions for the rows of a file.</summary>
internal sealed class PredictVerb(CliConsole console)
{
    public async Task RunAsync(PredictSettings settings, CancellationToken cancellationToken)
    {
        ModelHost host = await ModelHost.StartAsync(
            inference => inference.AddTabular(ModelHost.ModelName, o => o.ModelPath = settings.Model).WarmUp(),
            settings.Verbose ? console.Error : null,
            console.Time,
            cancellationToken).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var predictor = host.Get<IPredictor<FeatureRow, float>>();
            using InputFile input = InputFile.Open(settings.Input, console);
            FeatureSchema schema = predictor.Metadata.InputSchema!;
            var rows = new CsvRowSource(
                new CsvReader(input.Reader, input.Name, settings.Delimiter),
                schema,
                new CsvRowSettings(settings.HasHeader, settings.MissingTexts, settings.HasCategoryCodes));
            await rows.BeginAsync(cancellationToken).ConfigureAwait(false);
            string column = ChooseColumn(settings, predictor.Metadata.Output, rows, input.Name);
            await WriteNotesAsync(rows.Map, input.Name).ConfigureAwait(false);

            long begin = console.Time.GetTimestamp();
            var csv = new CsvPredictor(predictor, rows, input.Name, settings.Delimiter);
            long count = await ShowAsync(input, progress => WriteAsync(csv, settings, column, progress, cancellationToken))
                .ConfigureAwait(false);
            TimeSpan elapsed = console.Time.GetElapsedTime(begin);
            string speed = Units.Number(count / Math.Max(elapsed.TotalSeconds, 1e-9));
            await console.Error
                .WriteLineAsync($"{Units.Count(count)} rows in {Units.Duration(elapsed)} ({speed} rows/s)")
                .ConfigureAwait(false);
        }
    }

    private static string ChooseColumn(
        PredictSettings settings, OutputDescriptor? output, CsvRowSource rows, string source)
    {
        string column = settings.Column ?? output?.Name ?? new OutputDescriptor().Name;
        return settings.HasHeader && rows.Names.Contains(column)
            ? throw new InvalidRequestException(
                $"{source} has a column '{column}' already, which is what the predictions' column is to be named. Give "
                + "another name with --column.",
                column)
            : column;
    }

    private Task<long> ShowAsync(InputFile input, Func<IProgressSink, Task<long>> work) => console.IsErrorTerminal
        ? ProgressBar.RunAsync(Consoles.Create(console.Error, true), input.Stream, work)
        : work(NoProgress.Instance);

    private async Task<long> WriteAsync(
        CsvPredictor csv,
        PredictSettings settings,
        string column,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        if (settings.Output == PredictSettings.Standard)
        {
            long written = await csv.RunAsync(console.Out, column, progress, cancellationToken).ConfigureAwait(false);
            await console.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            return written;
        }

        OutputFile file = OutputFile.Create(settings.Output);
        await using (file.ConfigureAwait(false))
        {
            long written = await csv.RunAsync(file.Writer, column, progress, cancellationToken).ConfigureAwait(false);
            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
            return written;
        }
    }

    private async Task WriteNotesAsync(ColumnMap map, string source)
    {
        if (map.Unused.Count > 0)
        {
            await console.Error
                .WriteLineAsync($"note: the model does not use these columns of {source}; they are copied: {List(map.Unused)}")
                .ConfigureAwait(false);
        }

        if (map.Absent.Count > 0)
        {
            await console.Error
                .WriteLineAsync($"note: {source} does not have these features, which are taken as missing: {List(map.Absent)}")
                .ConfigureAwait(false);
        }
    }

    private static string List(IReadOnlyList<string> names)
    {
        const int shown = 20;
        string list = string.Join(", ", names.Take(shown));
        return names.Count > shown ? $"{list}, … ({names.Count} in all)" : list;
    }
}
