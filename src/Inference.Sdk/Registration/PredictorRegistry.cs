using Inference.Sdk.Catalog;
using Microsoft.Extensions.Configuration;

namespace Inference.Sdk.Registration;

/// <summary>What is registered on one service collection: recipes only, so that several containers can be built from
/// it.</summary>
internal sealed class PredictorRegistry
{
    private readonly Lock _gate = new();
    private readonly List<PredictorRegistration> _registrations = [];

    /// <summary>Gets or sets the section that predictors are bound from, where one was given.</summary>
    public IConfiguration? Configuration { get; set; }

    /// <summary>Gets the registrations so far, in their order.</summary>
    public PredictorRegistration[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _registrations];
        }
    }

    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public void Add(PredictorRegistration registration)
    {
        string types = TypeNames.OfPredictor(registration.InputType, registration.OutputType, registration.UpdateType);
        if (string.IsNullOrWhiteSpace(registration.Name))
        {
            throw new InferenceConfigurationException([$"An {types} was registered without a name. Give it one."]);
        }

        lock (_gate)
        {
            // Configuration keys ignore case: two names that differ in nothing else would be bound from one section.
            PredictorRegistration? other = _registrations.Find(
                r => r.Name.Equals(registration.Name, StringComparison.OrdinalIgnoreCase));
            if (other is not null)
            {
                throw new InferenceConfigurationException([
                    $"Two predictors have the name '{registration.Name}': "
                    + $"'{other.Name}', an {TypeNames.OfPredictor(other.InputType, other.OutputType, other.UpdateType)}, and "
                    + $"'{registration.Name}', an {types}. Names are told apart without regard to case. Rename one."]);
            }

            _registrations.Add(registration);
        }
    }
}
