namespace Inference.Sdk.Architecture.Tests;

/// <summary>The rule that arrows point down, as a function of any set of projects, so that it can be shown to fail.</summary>
internal static class LayerRules
{
    /// <summary>The layer of every project. A new one is added here, and in <c>docs/architecture.md</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Layer> Layers = new Dictionary<string, Layer>
    {
        ["Inference.Sdk.Abstractions"] = Layer.Contracts,
        ["Inference.Sdk"] = Layer.Core,
        ["Inference.Sdk.LlamaCpp"] = Layer.Engine,
        ["Inference.Sdk.LLamaSharp"] = Layer.EngineBackend,
        ["Inference.Sdk.LlamaCpp.Runtime.Cpu"] = Layer.Assets,
        ["Inference.Sdk.LlamaCpp.Runtime.Cuda13"] = Layer.Assets,
        ["Inference.Sdk.Tabular"] = Layer.Engine,
        ["Inference.Sdk.SemanticKernel"] = Layer.Host,
        ["Inference.Sdk.AspNetCore"] = Layer.Host,
        ["Inference.Sdk.Orleans"] = Layer.Host,
        ["Inference.Sdk.Cli"] = Layer.Application,
    };

    private static readonly Dictionary<Layer, Layer[]> May = new()
    {
        [Layer.Contracts] = [],
        [Layer.Core] = [Layer.Contracts],
        [Layer.Engine] = [Layer.Contracts],
        [Layer.EngineBackend] = [Layer.Contracts, Layer.Engine],
        [Layer.Assets] = [],
        [Layer.Host] = [Layer.Contracts, Layer.Core],
        [Layer.Application] =
            [Layer.Contracts, Layer.Core, Layer.Host, Layer.Engine, Layer.EngineBackend, Layer.Assets],
    };

    /// <summary>Packages that tell of a layer; only the layers listed may reference them.</summary>
    private static readonly Dictionary<string, Layer[]> PackagesOfLayers = new()
    {
        ["Microsoft.SemanticKernel"] = [Layer.Host, Layer.Application],
        ["Microsoft.AspNetCore"] = [Layer.Host, Layer.Application],
        ["Microsoft.Orleans"] = [Layer.Host, Layer.Application],
        ["Microsoft.Extensions.Hosting"] = [Layer.Core, Layer.Host, Layer.Application],
        ["LLamaSharp"] = [Layer.EngineBackend, Layer.Application],
        ["System.CommandLine"] = [Layer.Application],
        ["Spectre.Console"] = [Layer.Application],
    };

    /// <summary>Finds every arrow that points the wrong way.</summary>
    /// <returns>What is wrong, each with what to do; empty where all is well.</returns>
    public static IEnumerable<string> Violations(IEnumerable<SourceProject> projects)
    {
        foreach (SourceProject project in projects)
        {
            if (!Layers.TryGetValue(project.Name, out Layer layer))
            {
                yield return $"{project.Name} has no layer. Add it to {nameof(LayerRules)}.{nameof(Layers)} and to the table "
                    + "of packages in docs/architecture.md.";
                continue;
            }

            foreach (string target in project.Projects)
            {
                if (!Layers.TryGetValue(target, out Layer below) || !May[layer].Contains(below))
                {
                    yield return $"{project.Name} ({layer}) references {target}"
                        + (Layers.ContainsKey(target) ? $" ({below}). " : ", which has no layer. ")
                        + (May[layer].Length == 0 ? $"{layer} references nothing." : $"{layer} may reference only: "
                            + $"{string.Join(", ", May[layer])}.");
                }
            }

            foreach (string package in project.Packages)
            {
                foreach ((string family, Layer[] allowed) in PackagesOfLayers)
                {
                    if (IsOf(package, family) && !allowed.Contains(layer))
                    {
                        yield return $"{project.Name} ({layer}) references the package {package}, which is for "
                            + $"{string.Join(", ", allowed)}.";
                    }
                }
            }
        }
    }

    private static bool IsOf(string package, string family) =>
        package == family || package.StartsWith(family + ".", StringComparison.Ordinal);
}
