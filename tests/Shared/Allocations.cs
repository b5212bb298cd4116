namespace Inference.Sdk.Testing;

/// <summary>Measures what code allocates once it is warm.</summary>
internal static class Allocations
{
    private const int Rounds = 5;

    /// <summary>Gets the bytes that the current thread allocates in the best of several rounds. A single round
    /// once saw 3,720 bytes that did not come again, presumably of the runtime itself, such as compiling a method anew at a
    /// higher tier. What allocates less often than once a round is not seen.</summary>
    public static long Least(int repeats, Action action)
    {
        action();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < repeats; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
