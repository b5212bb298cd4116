using System.Reflection;

namespace Inference.Sdk.Cli.Output;

/// <summary>This program's version.</summary>
internal static class ProductVersion
{
    /// <summary>The version with its pre-release label, without the commit.</summary>
    public static readonly string Text =
        (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown").Split('+')[0];
}
