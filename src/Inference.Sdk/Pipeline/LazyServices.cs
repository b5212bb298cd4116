namespace Inference.Sdk.Pipeline;

/// <summary>The escape hatch of predictors whose model may not be loaded yet.</summary>
internal static class LazyServices
{
    /// <summary>Finds a service in the pipeline's innermost predictor or, once there is one, in the model.</summary>
    public static object? Get(IPredictor self, IPredictor? loaded, Type serviceType, object? serviceKey)
    {
        ArgumentNullException.ThrowIfNull(serviceType);

        // The engine's own predictor first: the lazy one around it is of the same interfaces and of no interest.
        return loaded?.GetService(serviceType, serviceKey)
            ?? (serviceKey is null && serviceType.IsInstanceOfType(self) ? self : null);
    }
}
