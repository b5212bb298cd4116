using Inference.Sdk.LlamaCpp.Native;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class StackBudgetTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void Who_wants_more_than_there_is_waits_and_is_not_overtaken()
    {
        var budget = new StackBudget(10);
        var order = new List<string>();
        budget.Take(6);
        Thread large = Start("large", 10);
        Thread small = Start("small", 1);
        lock (order)
        {
            Assert.Empty(order);
            order.Add("first");
        }

        budget.Return(6);
        Assert.True(large.Join(Limit));
        Assert.True(small.Join(Limit));
        Assert.Equal(["first", "large", "small"], order);

        Thread Start(string name, long share)
        {
            var thread = new Thread(() =>
            {
                budget.Take(share);
                lock (order)
                {
                    order.Add(name);
                }

                budget.Return(share);
            });
            thread.Start();

            // Until it stands in line, or has passed.
            const ThreadState Settled = ThreadState.WaitSleepJoin | ThreadState.Stopped;
            Assert.True(SpinWait.SpinUntil(() => (thread.ThreadState & Settled) != 0, Limit));
            return thread;
        }
    }

    [Fact]
    public void A_thread_that_the_system_does_not_start_is_an_engine_error_and_costs_no_budget()
    {
        var refused = new InsufficientMemoryException("no thread");

        // Were the budget not given back, the second would wait for ever.
        for (int i = 0; i < 2; i++)
        {
            var error = Assert.Throws<EngineException>(
                () => UnbrokenRun.Call(UnbrokenRun.Limit, () => 1, _ => throw refused));
            Assert.Same(refused, error.InnerException);
            Assert.Contains($"a run of {UnbrokenRun.Limit} characters", error.Message, StringComparison.Ordinal);
        }
    }
}
