using Inference.Sdk.Pipeline;
using Inference.Sdk.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Catalog;

/// <summary>The catalog of one container.</summary>
internal sealed class PredictorCatalog : IPredictorCatalog
{
    private readonly IServiceProvider _services;
    private readonly Dictionary<string, PredictorEntry> _byName;

    public PredictorCatalog(IServiceProvider services, PredictorRegistry registry)
    {
        _services = services;
        Entries = Array.AsReadOnly(Array.ConvertAll(
            registry.Snapshot(),
            r => new PredictorEntry(r.Name, r.InputType, r.OutputType, r.UpdateType, r.IsDefault)));
        _byName = Entries.ToDictionary(e => e.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<PredictorEntry> Entries { get; }

    public IPredictor Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.ContainsKey(name)
            ? _services.GetRequiredKeyedService<PredictorHandle>(name).Predictor
            : throw new PredictorNotFoundException(name, DescribeMissing(name));
    }

    public IPredictor<TInput, TOutput> Get<TInput, TOutput>(string name)
    {
        // By its types first: a mismatch is told without validating or building anything.
        if (name is not null && _byName.TryGetValue(name, out PredictorEntry? entry)
            && (entry.InputType != typeof(TInput) || entry.OutputType != typeof(TOutput)))
        {
            throw new PredictorNotFoundException(
                name,
                $"Predictor '{name}' is an {Describe(entry)}, not an "
                + $"{TypeNames.OfPredictor(typeof(TInput), typeof(TOutput), null)}. Ask for its own types"
                + DescribeAlternatives(typeof(TInput), typeof(TOutput)));
        }

        return (IPredictor<TInput, TOutput>)Get(name!);
    }

    private static string Describe(PredictorEntry entry) =>
        TypeNames.OfPredictor(entry.InputType, entry.OutputType, entry.UpdateType);

    private string DescribeMissing(string name)
    {
        if (Entries.Count == 0)
        {
            return $"There is no predictor '{name}', nor any other. Register it on services.AddInference().";
        }

        string? near = NearMiss.Find(name, _byName.Keys);
        string meant = near is null ? string.Empty : $" Did you mean '{near}'?";
        return $"There is no predictor '{name}'.{meant} Registered are: "
            + $"{string.Join("; ", Entries.Select(e => $"'{e.Name}', an {Describe(e)}"))}.";
    }

    private string DescribeAlternatives(Type input, Type output)
    {
        string[] names = [.. Entries.Where(e => e.InputType == input && e.OutputType == output).Select(e => $"'{e.Name}'")];
        return names.Length == 0 ? "." : $", or for one that has these: {string.Join(", ", names)}.";
    }
}
