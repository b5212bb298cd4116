namespace Inference.Sdk;

/// <summary>Shorthands over <see cref="IPredictor"/>.</summary>
public static class PredictorExtensions
{
    /// <summary>Asks the predictor, and whatever it wraps, for a service of type <typeparamref name="TService"/>.</summary>
    /// <typeparam name="TService">The type of the service asked for.</typeparam>
    /// <param name="predictor">The predictor.</param>
    /// <param name="serviceKey">An optional key that tells services of one type apart.</param>
    /// <returns>The service, or the default where there is none. It belongs to the predictor.</returns>
    public static TService? GetService<TService>(this IPredictor predictor, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        return predictor.GetService(typeof(TService), serviceKey) is TService service ? service : default;
    }
}
