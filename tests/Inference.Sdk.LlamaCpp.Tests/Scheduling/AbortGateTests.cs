using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>Aborts that come between the decision to decode and the decode.</summary>
public sealed class AbortGateTests
{
    [Fact]
    public void A_cancellation_just_before_the_decode_aborts_it() => AssertDecodes(
        DecodeStatus.Aborted,
        (gate, sequence) =>
        {
            sequence.Cancel(new OperationCanceledException());
            gate.AbortIfUnwanted();
        });

    [Fact]
    public void A_disposal_just_before_the_decode_aborts_it() =>
        AssertDecodes(DecodeStatus.Aborted, (gate, _) => gate.Close());

    [Fact]
    public void A_cancellation_of_something_else_does_not() =>
        AssertDecodes(DecodeStatus.Success, (gate, _) => gate.AbortIfUnwanted());

    private static void AssertDecodes(DecodeStatus expected, Action<AbortGate, Sequence> before)
    {
        using var backend = new FakeLlamaBackend(FakeModel.Hashing())
        {
            OnDecode = step => step.IsAborted ? DecodeStatus.Aborted : DecodeStatus.Success,
        };
        var gate = new AbortGate(backend);
        var plan = new StepPlan(32, 4);
        var sequence = new Sequence(Ask(), 256, 4, TimeProvider.System) { Slot = 0 };
        plan.Build([sequence]);
        Assert.True(gate.TryEnter(plan));
        before(gate, sequence);
        Assert.Equal(expected, backend.Decode(plan.Batch, 1));
    }
}
