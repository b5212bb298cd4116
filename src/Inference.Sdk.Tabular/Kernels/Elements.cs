namespace Inference.Sdk.Tabular;

/// <summary>The conversions between rows and kernels. XGBoost narrows every input to 32 bits before it compares, so its
/// kernels do too.</summary>
internal static class Elements
{
    internal readonly struct SingleToSingle : IElement<float, float>
    {
        public static float Load(float value) => value;
    }

    internal readonly struct SingleToDouble : IElement<float, double>
    {
        public static double Load(float value) => value;
    }

    internal readonly struct DoubleToSingle : IElement<double, float>
    {
        public static float Load(double value) => (float)value;
    }

    internal readonly struct DoubleToDouble : IElement<double, double>
    {
        public static double Load(double value) => value;
    }
}
