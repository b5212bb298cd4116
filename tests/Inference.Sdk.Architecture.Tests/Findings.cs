namespace Inference.Sdk.Architecture.Tests;

/// <summary>Asserts that nothing was found, and shows everything that was.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        if (all.Length > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, all));
        }
    }
}
