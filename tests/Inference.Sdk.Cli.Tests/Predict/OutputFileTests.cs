using Inference.Sdk.Cli.Predict;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Predict;

public sealed class OutputFileTests
{
    [Fact]
    public async Task A_file_appears_when_it_is_committed_and_not_before()
    {
        using var folder = new TemporaryFolder();
        await using OutputFile file = OutputFile.Create(folder.Combine("out.csv"));
        await file.Writer.WriteAsync("é\n");
        Assert.False(File.Exists(folder.Combine("out.csv")));
        await file.CommitAsync(TestContext.Current.CancellationToken);
        byte[] written = await File.ReadAllBytesAsync(folder.Combine("out.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], written);
        Assert.Equal(["out.csv"], folder.Files);
    }

    [Fact]
    public async Task What_is_not_committed_leaves_nothing_and_the_old_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("out.csv", "old");
        await using (OutputFile file = OutputFile.Create(path))
        {
            await file.Writer.WriteAsync("new");
        }

        Assert.Equal(["out.csv"], folder.Files);
        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_stays_a_link_and_the_file_it_points_at_is_replaced()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("real.csv", "old");
        File.CreateSymbolicLink(folder.Combine("link.csv"), path);
        await using (OutputFile file = OutputFile.Create(folder.Combine("link.csv")))
        {
            await file.Writer.WriteAsync("new");
            await file.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.NotNull(File.ResolveLinkTarget(folder.Combine("link.csv"), false));
        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices have other names on Windows.");
        await using OutputFile file = OutputFile.Create("/dev/null");
        await file.Writer.WriteAsync("gone");
        await file.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(Directory.EnumerateFiles("/dev", ".null*"));
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        using var folder = new TemporaryFolder();
        IOException exception = Assert.Throws<IOException>(() => OutputFile.Create(folder.Path));
        Assert.Contains("is a folder", exception.Message);
    }

    [Fact]
    public void Paths_that_mean_one_file_are_recognized()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "");
        File.CreateSymbolicLink(folder.Combine("b.csv"), path);
        Assert.True(PathIdentity.AreSame(path, Path.Combine(folder.Path, ".", "a.csv")));
        Assert.True(PathIdentity.AreSame(path, folder.Combine("b.csv")));
        Assert.False(PathIdentity.AreSame(path, folder.Combine("c.csv")));
    }
}
