using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeBackendAbortTests : IDisposable
{
    // Several pieces, so that an abort can come when some of them are in the memory already.
    private readonly NativeBackend _backend = NativeModels.LoadBytePair(
        NativeModels.Options with { ContextLength = 512, BatchTokens = 512, MicroBatch = 64 });

    private readonly BatchToken[] _batch = NativeModels.Batch(0, 1, Enumerable.Range(0, 500).Select(i => i % 200).ToArray());

    public void Dispose() => _backend.Dispose();

    [Fact]
    public void A_request_from_another_thread_ends_the_decode_that_runs_and_restores_its_sequences()
    {
        _backend.Decode(NativeModels.Batch(0, 0, 7));
        Assert.Equal(DecodeStatus.Success, _backend.Decode(_batch));
        float[] expected = _backend.GetLogits(499).ToArray();
        _backend.RemoveRange(0, 1);

        Assert.Equal(DecodeStatus.Aborted, DecodeUntilAborted());
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.GetLogits(0).Length);

        Assert.Equal(DecodeStatus.Success, _backend.Decode(_batch));
        Assert.Equal(expected, _backend.GetLogits(499).ToArray());
    }

    [Fact]
    public void A_request_while_none_runs_is_void()
    {
        _backend.RequestAbort();
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(0, 0, 7)));
        _backend.RequestAbort();
        Assert.Equal(DecodeStatus.Success, _backend.Decode(_batch));
    }

    [Fact]
    public void A_request_just_before_a_decode_that_was_announced_ends_it_and_no_other()
    {
        _backend.ExpectDecode();
        _backend.RequestAbort();
        Assert.Equal(DecodeStatus.Aborted, _backend.Decode(NativeModels.Batch(0, 0, 7)));
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(0, 0, 7)));
        Assert.Equal(DecodeStatus.Success, _backend.Decode(_batch));
    }

    [Fact]
    public void A_request_after_disposal_is_void()
    {
        _backend.Dispose();
        _backend.RequestAbort();
    }

    // The other thread asks several times in a decode's time, so that one of its requests falls into one.
    private DecodeStatus DecodeUntilAborted()
    {
        bool enough = false;
        var asking = new Thread(() =>
        {
            while (!Volatile.Read(ref enough))
            {
                Thread.SpinWait(2000);
                _backend.RequestAbort();
            }
        });
        asking.Start();
        try
        {
            DecodeStatus status = DecodeStatus.Success;
            for (int i = 0; i < 1000 && status == DecodeStatus.Success; i++)
            {
                status = _backend.Decode(_batch);
                if (status == DecodeStatus.Success)
                {
                    _backend.RemoveRange(0, 1);
                }
            }

            return status;
        }
        finally
        {
            Volatile.Write(ref enough, true);
            asking.Join();
        }
    }
}
