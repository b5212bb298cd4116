using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Inference.Sdk.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeBackendTests : IDisposable
{
    // Products of another shape add in another order.
    private const float Tolerance = 1e-4f;

    private readonly NativeBackend _backend = NativeModels.LoadBytePair();

    public void Dispose() => _backend.Dispose();

    [Fact]
    public void The_same_batch_has_the_same_logits_twice()
    {
        float[] first = NativeModels.Logits(_backend, [5, 6, 7]);
        _backend.RemoveRange(0, 0);
        float[] second = NativeModels.Logits(_backend, [5, 6, 7]);

        Assert.Equal(first, second);
        Assert.Equal(3 * _backend.Vocabulary.Count, first.Length);
        Assert.True(first.Distinct().Count() > 100);
        Assert.All(first, logit => Assert.True(float.IsFinite(logit)));
    }

    [Fact]
    public void A_batch_in_pieces_has_the_logits_of_the_whole()
    {
        float[] whole = NativeModels.Logits(_backend, [5, 6, 7, 8]);
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(1, 0, 5, 6)));
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(1, 2, 7)));
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(1, 3, 8)));

        NativeModels.AssertClose(whole[^_backend.Vocabulary.Count..], _backend.GetLogits(0).ToArray(), Tolerance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_sequences_in_one_batch_answer_as_each_alone(bool unified)
    {
        using NativeBackend backend = NativeModels.LoadBytePair(NativeModels.Options with { KvUnified = unified });
        float[] first = NativeModels.Logits(backend, [5, 6, 7], sequence: 0);
        float[] second = NativeModels.Logits(backend, [9, 8], sequence: 1);
        int count = backend.Vocabulary.Count;

        Assert.Equal(
            DecodeStatus.Success,
            backend.Decode(
            [
                new(5, 0, 2, false), new(9, 0, 3, false), new(6, 1, 2, false), new(8, 1, 3, true), new(7, 2, 2, true),
            ]));

        NativeModels.AssertClose(second[^count..], backend.GetLogits(3).ToArray(), Tolerance);
        NativeModels.AssertClose(first[^count..], backend.GetLogits(4).ToArray(), Tolerance);
    }

    [Fact]
    public void A_batch_larger_than_the_devices_is_computed_in_pieces()
    {
        using NativeBackend small = NativeModels.LoadBytePair(NativeModels.Options with { MicroBatch = 8 });
        int[] tokens = Enumerable.Range(10, 64).ToArray();

        NativeModels.AssertClose(NativeModels.Logits(_backend, tokens), NativeModels.Logits(small, tokens), Tolerance);
    }

    [Fact]
    public void Batches_may_be_smaller_than_the_number_of_sequences()
    {
        using NativeBackend tiny = NativeModels.LoadBytePair(NativeModels.Options with { BatchTokens = 1, MicroBatch = 1 });
        float[] expected = NativeModels.Logits(_backend, [5]);

        NativeModels.AssertClose(expected, NativeModels.Logits(tiny, [5], sequence: 3), Tolerance);
    }

    [Fact]
    public void Logits_may_be_overwritten()
    {
        _backend.Decode(NativeModels.Batch(0, 0, 5));
        _backend.GetLogits(0)[7] = 42;

        Assert.Equal(42, _backend.GetLogits(0)[7]);
    }

    [Fact]
    public void What_is_removed_is_forgotten()
    {
        float[] expected = NativeModels.Logits(_backend, [5, 6, 9], sequence: 0);
        NativeModels.Logits(_backend, [5, 6, 7, 8], sequence: 1);
        _backend.RemoveRange(1, 2);
        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(1, 2, 9)));

        NativeModels.AssertClose(expected[^_backend.Vocabulary.Count..], _backend.GetLogits(0).ToArray(), Tolerance);
    }

    [Fact]
    public void Removing_a_middle_leaves_the_end_where_it_is()
    {
        NativeModels.Logits(_backend, [5, 6, 7, 8]);
        float[] all = DecodeNext();
        _backend.RemoveRange(0, 4);
        _backend.RemoveRange(0, 1, 3);
        float[] holed = DecodeNext();

        Assert.NotEqual(all, holed);

        float[] DecodeNext()
        {
            Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(0, 4, 9)));
            return _backend.GetLogits(0).ToArray();
        }
    }

    [Fact]
    public void Removing_nothing_changes_nothing()
    {
        NativeModels.Logits(_backend, [5, 6]);
        _backend.RemoveRange(0, 2);
        _backend.RemoveRange(0, 1, 1);
        _backend.RemoveRange(3, 0);

        Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(0, 2, 7)));
    }

    [Fact]
    public void A_sequence_beyond_its_context_has_no_room_and_nobody_else_is_hurt()
    {
        using NativeBackend backend = NativeModels.LoadBytePair(NativeModels.Options with { ContextLength = 100 });
        Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(0, 0, Enumerable.Range(0, 64).ToArray())));
        Assert.Equal(DecodeStatus.NoRoom, backend.Decode(NativeModels.Batch(0, 64, Enumerable.Range(0, 37).ToArray())));
        Assert.Throws<ArgumentOutOfRangeException>(() => backend.GetLogits(0).Length);

        Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(0, 64, Enumerable.Range(0, 36).ToArray())));
        Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(1, 0, 1)));
        Assert.Equal(DecodeStatus.NoRoom, backend.Decode(NativeModels.Batch(0, 100, 1)));
    }

    [Fact]
    public void Every_sequence_can_be_full()
    {
        int[] tokens = Enumerable.Range(0, 64).ToArray();
        for (int position = 0; position < 256; position += tokens.Length)
        {
            for (int sequence = 0; sequence < _backend.MaxSequences; sequence++)
            {
                Assert.Equal(DecodeStatus.Success, _backend.Decode(NativeModels.Batch(sequence, position, tokens)));
            }
        }
    }

    [Fact]
    public void Decoding_allocates_nothing()
    {
        BatchToken[] batch = NativeModels.Batch(0, 0, 5, 6, 7);
        Assert.Equal(0, Allocations.Least(20, Step));

        void Step()
        {
            _backend.Decode(batch);
            _backend.GetLogits(2)[0] = 0;
            _backend.RemoveRange(0, 0);
        }
    }
}
