namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>Cancels once something is written, as someone at a terminal does who has read enough.</summary>
internal sealed class CancellingWriter(CancellationTokenSource cancellation) : StringWriter
{
    public override async Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        if (buffer.Length > 0)
        {
            await cancellation.CancelAsync();
        }
    }
}
