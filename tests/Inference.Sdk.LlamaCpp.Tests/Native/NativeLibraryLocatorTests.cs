using Inference.Sdk.LlamaCpp.Native.Loading;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeLibraryLocatorTests : IDisposable
{
    private static readonly NativePlatform Linux = new("linux-x64", "lib", ".so");

    private readonly string _root = Directory.CreateTempSubdirectory("inference-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_runtimes_folder_comes_before_the_application_folder()
    {
        string packaged = Folder("app/runtimes/linux-x64/native", "libllama.b10361.so", "libggml.b10361.so", "libggml-base.so");
        Folder("app", "libllama.so", "libggml.so", "libggml-base.so");

        NativeLibrarySet found = Locator(null).Find();

        Assert.Equal(packaged, found.Folder);
        Assert.Equal(Path.Combine(packaged, "libllama.b10361.so"), found.Llama);
        Assert.Equal(Path.Combine(packaged, "libggml.b10361.so"), found.Ggml);
        Assert.Equal(Path.Combine(packaged, "libggml-base.so"), found.GgmlBase);
        Assert.Equal("b10361", found.Release);
    }

    [Fact]
    public void A_configured_folder_comes_before_all_and_may_have_no_release_in_its_names()
    {
        Folder("app/runtimes/linux-x64/native", "libllama.b10361.so", "libggml.b10361.so", "libggml-base.so");
        string own = Folder("own", "libllama.so", "libggml.so", "libggml-base.so", "libllama-common.so");

        NativeLibrarySet found = Locator(own).Find();

        Assert.Equal(own, found.Folder);
        Assert.Null(found.Release);
    }

    [Fact]
    public void A_flattened_publish_and_the_hosts_folders_are_searched_too()
    {
        string host = Folder("host", "libllama.b10361.so", "libggml.b10361.so", "libggml-base.so");
        Assert.Equal(host, Locator(null).Find().Folder);

        string flat = Folder("app", "libllama.b10361.so", "libggml.b10361.so", "libggml-base.so");
        Assert.Equal(flat, Locator(null).Find().Folder);
    }

    [Theory]
    [InlineData("osx-arm64", "lib", ".dylib", "libllama.metal.b10361.dylib", "libggml.metal.b10361.dylib", "libggml-base.dylib")]
    [InlineData("win-x64", "", ".dll", "llama.b10361.dll", "ggml.b10361.dll", "ggml-base.dll")]
    public void Other_platforms_name_them_in_their_way(
        string rid, string prefix, string extension, string llama, string ggml, string ggmlBase)
    {
        string folder = Folder($"app/runtimes/{rid}/native", llama, ggml, ggmlBase);
        var locator = new NativeLibraryLocator(new NativePlatform(rid, prefix, extension), null, Path.Combine(_root, "app"), []);

        NativeLibrarySet found = locator.Find();

        Assert.Equal(Path.Combine(folder, llama), found.Llama);
        Assert.Equal("b10361", found.Release);
    }

    [Fact]
    public void Missing_libraries_name_every_place_and_the_remedy()
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Locator(null).Find());

        Assert.Equal(ModelLoadError.Runtime, error.Reason);
        Assert.Equal(
            "llama.cpp's libraries (libllama, libggml, libggml-base, each .so) were not found for linux-x64. Reference the package "
            + "Inference.Sdk.LlamaCpp.Runtime.Cpu from the application, or set the environment variable "
            + "INFERENCE_LLAMACPP_PATH to the folder of a llama.cpp build of release b10361. Searched:" + Environment.NewLine
            + $"- {Path.Combine(_root, "app", "runtimes", "linux-x64", "native")}" + Environment.NewLine
            + $"- {Path.Combine(_root, "app")}" + Environment.NewLine
            + $"- {Path.Combine(_root, "host")}",
            error.Message);
    }

    [Fact]
    public void An_application_with_the_libraries_of_other_platforms_says_so()
    {
        Folder("app/runtimes/win-x64/native", "llama.b10361.dll", "ggml.b10361.dll", "ggml-base.dll");
        Folder("app/runtimes/osx-arm64/native", "libllama.metal.b10361.dylib");
        Folder("app/runtimes/linux-arm/native", "libsqlite3.so");

        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Locator(null).Find());

        Assert.Equal(ModelLoadError.Runtime, error.Reason);
        Assert.Contains(
            "were not found for linux-x64. The application has them for osx-arm64, win-x64 only, so its runtime package was made "
            + "for other platforms: reference one that has linux-x64 (dotnet pack with -p:AllPlatforms=true makes one for all), or "
            + "set the environment variable INFERENCE_LLAMACPP_PATH to the folder of a llama.cpp build of release b10361. Searched:",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_folder_without_libraries_is_not_passed_over()
    {
        Folder("app/runtimes/linux-x64/native", "libllama.b10361.so", "libggml.b10361.so", "libggml-base.so");
        string own = Folder("own", "readme.txt");

        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Locator(own).Find());

        Assert.EndsWith(
            $"Searched, as INFERENCE_LLAMACPP_PATH says:{Environment.NewLine}- {own}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_release_is_an_error_that_names_both()
    {
        string own = Folder("own", "libllama.b9999.so", "libggml.b9999.so", "libggml-base.so");

        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Locator(own).Find());

        Assert.Equal(ModelLoadError.Runtime, error.Reason);
        Assert.StartsWith(
            "llama.cpp's libraries are of release b9999, and this package needs b10361", error.Message, StringComparison.Ordinal);
    }

    private NativeLibraryLocator Locator(string? configured) =>
        new(Linux, configured, Path.Combine(_root, "app"), ["", Path.Combine(_root, "host")]);

    private string Folder(string name, params string[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine([_root, .. name.Split('/')])).FullName;
        foreach (string file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        return folder;
    }
}
