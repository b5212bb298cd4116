using System.Text;
using System.Threading.Channels;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The way from the loop to one consumer: bounded, so that a slow consumer holds up its own generation, and never
/// waited on by the loop.</summary>
internal sealed class SequenceOutput
{
    private readonly int _capacity;
    private readonly Channel<GenerationUpdate> _channel;

    // The text so far, where all of it is delivered at once.
    private readonly StringBuilder? _whole;
    private int _waited;

    /// <summary>Makes a way.</summary>
    /// <param name="capacity">The updates that it holds.</param>
    /// <param name="streams">Whether text is delivered as it comes, and not all at once in the end.</param>
    public SequenceOutput(int capacity, bool streams)
    {
        _capacity = capacity;
        _whole = streams ? null : new StringBuilder();
        _channel = Channel.CreateBounded<GenerationUpdate>(new BoundedChannelOptions(capacity)
        {
            SingleReader = true,
            SingleWriter = true,
            // The consumer's code must not run on the loop's thread.
            AllowSynchronousContinuations = false,
        });
    }

    /// <summary>Gets the consumer's end.</summary>
    public ChannelReader<GenerationUpdate> Reader => _channel.Reader;

    /// <summary>Tells the loop whether there is room for an update. Where there is none, <see cref="TakeWaited"/> tells the
    /// consumer that the loop wants to be woken.</summary>
    public bool HasRoom()
    {
        if (Reader.Count < _capacity)
        {
            Volatile.Write(ref _waited, 0);
            return true;
        }

        // The consumer takes an update and then looks at the flag; here the flag is raised and then the count looked at
        // again. With a full fence on both sides one of the two sees the other.
        Interlocked.Exchange(ref _waited, 1);
        return Reader.Count < _capacity;
    }

    /// <summary>Asks, after an update has been taken, whether the loop waits for that; lowers the flag.</summary>
    public bool TakeWaited()
    {
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _waited) != 0 && Interlocked.Exchange(ref _waited, 0) != 0;
    }

    /// <summary>Sends an update; there is room, or the consumer has gone and it is dropped.</summary>
    public void Send(in GenerationUpdate update)
    {
        if (_whole is null)
        {
            _channel.Writer.TryWrite(update);
            return;
        }

        _whole.Append(update.Text);
        if (update.Finish is not null)
        {
            _channel.Writer.TryWrite(update with { Text = _whole.ToString() });
        }
    }

    /// <summary>Ends the stream; the first call counts. Safe from any thread.</summary>
    /// <param name="error">What the consumer gets to see after the updates that are there, or <see langword="null"/> for a
    /// regular end.</param>
    public void Complete(Exception? error = null) => _channel.Writer.TryComplete(error);
}
