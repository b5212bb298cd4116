namespace Inference.Sdk.LlamaCpp.Tests.Native.Support;

/// <summary>Data that lies beside the repository and is not part of it.</summary>
internal static class SharedData
{
    /// <summary>Gets a folder of it, or skips the test where it is absent.</summary>
    public static string Folder(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Inference.Sdk.sln")) && folder.Parent is { } parent)
            {
                string data = Path.Combine(parent.FullName, "shared", "data", name);
                Assert.SkipUnless(Directory.Exists(data), $"The shared data is not here: {data}.");
                return data;
            }
        }

        Assert.Skip("The tests do not run from the repository, beside which the shared data lies.");
        return "";
    }
}
