using Inference.Sdk.Pipeline;

namespace Inference.Sdk.Registration;

/// <summary>The recipe of one predictor. Holds nothing that belongs to a container.</summary>
internal abstract class PredictorRegistration(string name, Type inputType, Type outputType, Type? updateType)
{
    public string Name { get; } = name;

    public Type InputType { get; } = inputType;

    public Type OutputType { get; } = outputType;

    public Type? UpdateType { get; } = updateType;

    /// <summary>Gets or sets whether it is resolved without a name.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Gets or sets whether its model is loaded at start.</summary>
    public bool WarmUp { get; set; }

    /// <summary>Runs the factory of the model's source: this is where an engine validates its options.</summary>
    public abstract object CreateSource(IServiceProvider services);

    /// <summary>Looks into the model of a source that <see cref="CreateSource"/> made.</summary>
    public abstract ValueTask CheckAsync(object source, CancellationToken cancellationToken);

    /// <summary>Builds the pipeline over a source that <see cref="CreateSource"/> made.</summary>
    public abstract PredictorHandle Build(IServiceProvider services, object source);
}
