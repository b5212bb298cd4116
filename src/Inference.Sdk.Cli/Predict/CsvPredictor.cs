using Inference.Sdk.Cli.Csv;

namespace Inference.Sdk.Cli.Predict;

/// <summary>Copies rows to an output, each with its prediction behind it. Memory is bounded by how far the predictor looks
/// ahead.</summary>
internal sealed class CsvPredictor(
    IPredictor<FeatureRow, float> predictor, CsvRowSource rows, string sourceName, char delimiter)
{
    /// <summary>Predicts from every row.</summary>
    /// <param name="writer">Where the rows go.</param>
    /// <param name="column">The name of the predictions' column.</param>
    /// <param name="progress">Told of each row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InvalidRequestException">A row is not one the model can take; the message says where.</exception>
    public async Task<long> RunAsync(
        TextWriter writer, string column, IProgressSink progress, CancellationToken cancellationToken)
    {
        if (rows.Header is { } header)
        {
            await WriteAsync(writer, header, CsvText.Escape(column, delimiter), cancellationToken).ConfigureAwait(false);
        }

        long count = 0;
        try
        {
            await foreach (Prediction<float> prediction in predictor
                .PredictBatchAsync(rows.ReadRowsAsync(cancellationToken), null, cancellationToken)
                .WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (!rows.TryTake(out InputRow row))
                {
                    throw new EngineException($"The model gave more predictions than the {count} rows it was given.");
                }

                await WriteAsync(writer, row.Text, CsvText.Format(prediction.Value), cancellationToken).ConfigureAwait(false);
                progress.Report(++count);
            }
        }
        catch (InvalidRequestException exception) when (exception.Row == count && rows.TryTake(out InputRow row))
        {
            // The engine counts rows; whoever mends the file counts lines.
            throw new InvalidRequestException(
                $"{sourceName}, line {row.Line}: {exception.Message}", exception.Parameter, exception.Row, exception);
        }

        return rows.TryTake(out InputRow left)
            ? throw new EngineException($"The model gave no prediction for {sourceName}, line {left.Line}.")
            : count;
    }

    private async ValueTask WriteAsync(TextWriter writer, string row, string cell, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(row.AsMemory(), cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync(delimiter).ConfigureAwait(false);
        await writer.WriteAsync(cell.AsMemory(), cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync(rows.NewLine.AsMemory(), cancellationToken).ConfigureAwait(false);
    }
}
