using System.Text;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>Loads models written in tests.</summary>
internal static class Models
{
    public static ValueTask<TabularModel> LoadAsync(string text, TabularLoadOptions? options = null) =>
        LoadAsync(Encoding.UTF8.GetBytes(text), options);

    public static async ValueTask<TabularModel> LoadAsync(byte[] content, TabularLoadOptions? options = null)
    {
        using var stream = new MemoryStream(content);
        return await TabularModel.LoadAsync(stream, options, TestContext.Current.CancellationToken);
    }

    public static async ValueTask<TabularPredictor> PredictorAsync(string text) => new(await LoadAsync(text));

    public static async Task<ModelLoadException> FailureAsync(string text, TabularLoadOptions? options = null) =>
        await Assert.ThrowsAsync<ModelLoadException>(async () => await LoadAsync(text, options));
}
