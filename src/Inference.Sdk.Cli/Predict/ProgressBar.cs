using Inference.Sdk.Cli.Output;
using Spectre.Console;

namespace Inference.Sdk.Cli.Predict;

/// <summary>A progress bar by the bytes read, since nobody knows the rows of a file before its end.</summary>
internal sealed class ProgressBar : IProgressSink
{
    // The bar is drawn ten times a second; there is no use in telling it more often.
    private const int RowsPerReport = 512;

    private readonly ProgressTask _task;
    private readonly Stream _input;
    private readonly bool _isSized;

    private ProgressBar(ProgressTask task, Stream input)
    {
        _task = task;
        _input = input;
        _isSized = input.CanSeek;
        _task.IsIndeterminate = !_isSized;
        _task.MaxValue = _isSized ? Math.Max(input.Length, 1) : 1;
    }

    /// <summary>Runs work under a bar on a terminal.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="input">What is read; the bar follows its position where it has a length.</param>
    /// <param name="work">The work.</param>
    public static Task<T> RunAsync<T>(IAnsiConsole console, Stream input, Func<IProgressSink, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = new ProgressBar(context.AddTask("reading"), input);
                return await work(bar).ConfigureAwait(false);
            });

    public void Report(long rows)
    {
        if (rows % RowsPerReport != 0)
        {
            return;
        }

        _task.Description = $"{Units.Count(rows)} rows";
        if (_isSized)
        {
            _task.Value = _input.Position;
        }
    }
}
