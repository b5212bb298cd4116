using System.Text.Json;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Inspect;

public sealed class InspectVerbTests
{
    [Fact]
    public async Task A_tabular_model_shows_its_schema_as_JSON()
    {
        using var folder = new TemporaryFolder();
        JsonElement json = await InspectAsync(Models.Linear(folder));
        Assert.Equal("tabular", json.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("gguf").ValueKind);
        JsonElement tabular = json.GetProperty("tabular");
        Assert.Equal("house-price", tabular.GetProperty("model").GetProperty("name").GetString());
        Assert.Matches("^[0-9a-f]{64}$", tabular.GetProperty("model").GetProperty("sha256").GetString());
        Assert.Equal("price", tabular.GetProperty("output").GetProperty("name").GetString());
        JsonElement[] features = [.. tabular.GetProperty("features").EnumerateArray()];
        Assert.Equal(["x1", "x2"], features.Select(f => f.GetProperty("name").GetString()));
        Assert.Equal([true, false], features.Select(f => f.GetProperty("required").GetBoolean()));
        Assert.Equal("Number", features[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_tabular_model_shows_its_schema_as_a_table()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of("inspect", Models.Linear(folder));
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("house-price", run.Out);
        Assert.Contains("2 features", run.Out);
        Assert.Matches(@"x1 +│ number +│ yes +│ +│ sqft", run.Out);
        Assert.DoesNotContain("\u001b", run.Out);
    }

    [Fact]
    public async Task A_file_named_like_a_language_model_that_is_none_says_what_it_is()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of("inspect", folder.Write("model.gguf", "version https://git-lfs.github.com/spec/v1\n"));
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("Git LFS pointer", run.Error);
    }

    [Fact]
    public async Task A_file_of_no_known_format_is_an_error()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of("inspect", folder.Write("model.bin", "hello"));
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("model.bin", run.Error);
    }

    [Fact]
    public async Task A_language_model_is_told_by_its_content_whatever_it_is_named()
    {
        using var folder = new TemporaryFolder();
        JsonElement json = await InspectAsync(GgufWriter.TinyLlama(folder, "model.bin"));
        Assert.Equal("gguf", json.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_language_model_shows_its_header_and_the_memory_it_needs()
    {
        using var folder = new TemporaryFolder();
        JsonElement gguf = (await InspectAsync(
            GgufWriter.TinyLlama(folder, "model.gguf"), "--context", "1000", "--sequences", "3")).GetProperty("gguf");
        Assert.Equal("tiny", gguf.GetProperty("name").GetString());
        Assert.Equal("llama", gguf.GetProperty("architecture").GetString());
        Assert.Equal(2, gguf.GetProperty("layers").GetInt64());
        Assert.Equal(3, gguf.GetProperty("vocabulary").GetInt64());
        Assert.Equal(64 * 3, gguf.GetProperty("parameters").GetInt64());
        JsonElement memory = gguf.GetProperty("memory");
        Assert.Equal(64 * 3 * 4, memory.GetProperty("weightsBytes").GetInt64());

        // 2 layers x 2 heads x (16 + 16) numbers of 2 bytes, 1000 tokens rounded up to 1024, 3 sequences.
        Assert.Equal(2 * 2 * 32 * 2 * 1024 * 3, memory.GetProperty("kvCacheBytes").GetInt64());
        Assert.True(memory.GetProperty("computeBytesEstimate").GetInt64() > 0);
        Assert.Equal(1000, memory.GetProperty("context").GetInt64());
    }

    [Fact]
    public async Task A_language_model_shows_a_table_that_calls_an_estimate_one()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of("inspect", GgufWriter.TinyLlama(folder, "model.gguf"));
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("compute buffers (estimate)", run.Out);
        Assert.Contains("general.architecture", run.Out);
    }

    [Fact]
    public async Task The_sample_tabular_model_has_the_features_of_a_house()
    {
        JsonElement json = await InspectAsync(Repository.SampleModel("house-price.xgb.json"));
        Assert.Equal("tabular", json.GetProperty("kind").GetString());
        Assert.NotEmpty(json.GetProperty("tabular").GetProperty("features").EnumerateArray());
    }

    [Fact]
    public async Task The_sample_language_model_has_a_chat_template()
    {
        JsonElement json = await InspectAsync(Repository.SampleModel("house-assistant-q8_0.gguf"));
        Assert.Equal("gguf", json.GetProperty("kind").GetString());
        Assert.True(json.GetProperty("gguf").GetProperty("hasChatTemplate").GetBoolean());
        Assert.True(json.GetProperty("gguf").GetProperty("memory").GetProperty("kvCacheBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task A_vocabulary_without_weights_can_be_inspected()
    {
        JsonElement json = await InspectAsync(Repository.SharedData("vocab", "ggml-vocab-gpt-2.gguf"));
        JsonElement gguf = json.GetProperty("gguf");
        Assert.Equal(0, gguf.GetProperty("memory").GetProperty("weightsBytes").GetInt64());
        Assert.Equal(50_257, gguf.GetProperty("vocabulary").GetInt64());
    }

    private static async Task<JsonElement> InspectAsync(string path, params string[] options)
    {
        CommandRun run = await CommandRun.Of(["inspect", path, "--json", .. options]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
