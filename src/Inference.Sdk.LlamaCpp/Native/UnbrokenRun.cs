using System.Runtime.ExceptionServices;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Keeps the library's text splitting off the end of the stack. For many vocabularies it runs on a recursive
/// matcher, one level per character of a word, and a long text without a space would end the process.</summary>
internal static class UnbrokenRun
{
    /// <summary>The longest run that is split.</summary>
    public const int Limit = 200_000;

    // Measured with the libraries of release b10361 on Linux: between 336 and 1342 bytes per character.
    private const int StackBytesPerCharacter = 2560;
    private const int BaseStackBytes = 1 << 20;

    // Fits the stack of any thread that a host may call on.
    private const int SafeRun = 256;

    // Of the whole process: one run of the greatest length at a time, or as many shorter ones as take no more.
    private static readonly StackBudget Stacks = new(StackBytes(Limit));

    /// <summary>Measures the longest run of a text without a change between white space and other characters, together
    /// with the one before it, since patterns match white space in front of a word.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The run's length.</returns>
    public static int Measure(ReadOnlySpan<char> text)
    {
        int longest = 0;
        int previous = 0;
        int current = 0;
        bool white = false;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) != white)
            {
                white = !white;
                previous = current;
                current = 0;
            }

            current++;
            longest = Math.Max(longest, previous + current);
        }

        return longest;
    }

    /// <summary>Calls a function with as much stack as a run needs. Blocks while others take all the memory that is set aside
    /// for such stacks.</summary>
    /// <typeparam name="T">The function's result.</typeparam>
    /// <param name="run">The run's length, up to <see cref="Limit"/>.</param>
    /// <param name="function">The function.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="EngineException">The system does not give the stack.</exception>
    public static T Call<T>(int run, Func<T> function) => Call(run, function, static thread => thread.Start());

    /// <inheritdoc cref="Call{T}(int, Func{T})"/>
    /// <param name="run">The run's length, up to <see cref="Limit"/>.</param>
    /// <param name="function">The function.</param>
    /// <param name="start">Starts a thread.</param>
    internal static T Call<T>(int run, Func<T> function, Action<Thread> start)
    {
        if (run <= SafeRun)
        {
            return function();
        }

        int stack = StackBytes(run);
        Stacks.Take(stack);
        try
        {
            return CallOnThread(stack, function, start);
        }
        catch (Exception failure) when (failure is OutOfMemoryException or ThreadStartException)
        {
            throw new EngineException(
                $"The text has a run of {run} characters without a change between words and white space, and the {stack} bytes "
                + "of stack that it takes to split it are not to be had. Break it up, or free memory.",
                failure);
        }
        finally
        {
            Stacks.Return(stack);
        }
    }

    private static int StackBytes(int run) => BaseStackBytes + run * StackBytesPerCharacter;

    private static T CallOnThread<T>(int stack, Func<T> function, Action<Thread> start)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            stack);
        start(thread);
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
