using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A fake clock that tells when somebody sets a timer.</summary>
internal sealed class SignallingTimeProvider : FakeTimeProvider
{
    private readonly Channel<bool> _armed = Channel.CreateUnbounded<bool>();

    public ValueTask<bool> TimerArmed() => _armed.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SignallingTimer(base.CreateTimer(callback, state, dueTime, period), _armed.Writer);

    private sealed class SignallingTimer(ITimer inner, ChannelWriter<bool> armed) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = inner.Change(dueTime, period);
            armed.TryWrite(changed);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
