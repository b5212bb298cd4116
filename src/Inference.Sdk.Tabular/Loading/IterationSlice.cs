namespace Inference.Sdk.Tabular;

/// <summary>Cuts the boosting iterations that were asked for out of an ensemble.</summary>
internal static class IterationSlice
{
    /// <returns>The ensemble of the asked-for iterations, and how many they are.</returns>
    public static (TreeEnsemble Ensemble, int Iterations) Cut(
        TreeEnsemble ensemble, TabularLoadOptions options, LoadContext context)
    {
        int total = ensemble.Trees.Count / ensemble.TreesPerIteration;
        int count = options.IterationCount ?? total - options.FirstIteration;
        if (options.FirstIteration < 0 || count < 0 || (options.IterationCount is not null && count == 0)
            || options.FirstIteration + (long)count > total)
        {
            throw context.Unsupported(
                $"iterations {options.FirstIteration} to {options.FirstIteration + (long)Math.Max(count, 0)} "
                + $"were asked for and it has {total}",
                $"Ask for iterations within 0 to {total}, or leave {nameof(TabularLoadOptions.FirstIteration)} and "
                + $"{nameof(TabularLoadOptions.IterationCount)} out to use all.");
        }

        return count == total
            ? (ensemble, total)
            : (ensemble with
            {
                Trees = [.. ensemble.Trees
                    .Skip(options.FirstIteration * ensemble.TreesPerIteration)
                    .Take(count * ensemble.TreesPerIteration)],
            },
            count);
    }

    /// <summary>Refuses a slice of what has no iterations.</summary>
    public static void RefuseFor(string what, TabularLoadOptions options, LoadContext context)
    {
        if (options.FirstIteration != 0 || options.IterationCount is not null)
        {
            throw context.Unsupported(
                $"boosting iterations were asked for and it is {what}",
                $"Leave {nameof(TabularLoadOptions.FirstIteration)} and "
                + $"{nameof(TabularLoadOptions.IterationCount)} out.");
        }
    }
}
