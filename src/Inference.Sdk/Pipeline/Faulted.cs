namespace Inference.Sdk.Pipeline;

/// <summary>Makes of an error that a call threw the task it should have returned.</summary>
internal static class Faulted
{
    public static ValueTask<T> Of<T>(Exception error) =>
        error is OperationCanceledException { CancellationToken.IsCancellationRequested: true } cancelled
            ? ValueTask.FromCanceled<T>(cancelled.CancellationToken)
            : ValueTask.FromException<T>(error);
}
