using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class LayerPlacementTests
{
    [Fact]
    public void The_log_of_loading_tells_each_layer_s_device()
    {
        LayerPlacement placement = Read(
            "load_tensors: loading model tensors, this can take a while... (mmap = true, direct_io = false)",
            "load_tensors: layer   0 assigned to device CPU, is_swa = 0",
            "load_tensors: layer   1 assigned to device CUDA0, is_swa = 1",
            "load_tensors: layer  10 assigned to device CUDA1, is_swa = 0",
            "load_tensors: layer   2 assigned to device CUDA0, is_swa = 0",
            "load_tensors: offloaded 3/4 layers to GPU");

        Assert.Equal(4, placement.Layers);
        Assert.Equal(3, placement.GpuLayers);
        Assert.Equal("3 of 4", placement.Describe());
        Assert.Equal("cuda:0,cuda:1,cpu", placement.Device);
        Assert.False(placement.IsOnGpusOnly);
    }

    [Fact]
    public void A_layer_that_is_told_twice_is_where_it_was_told_last()
    {
        LayerPlacement placement = Read(
            "load_tensors: layer   0 assigned to device CPU, is_swa = 0",
            "load_tensors: layer   0 assigned to device CUDA0, is_swa = 0");

        Assert.Equal("1 of 1", placement.Describe());
        Assert.True(placement.IsOnGpusOnly);
    }

    [Theory]
    [InlineData("CPU", "cpu")]
    [InlineData("CUDA0", "cuda:0")]
    [InlineData("Vulkan12", "vulkan:12")]
    [InlineData("Metal", "metal")]
    [InlineData("7", "7")]
    public void Devices_have_a_kind_and_a_number(string library, string expected) =>
        Assert.Equal(expected, new LayerPlacement([library]).Device);

    [Fact]
    public void Where_the_log_does_not_tell_nothing_is_claimed()
    {
        LayerPlacement placement = Read("load_tensors: layer x assigned to device CUDA0, is_swa = 0", "another line");

        Assert.Equal("unknown", placement.Device);
        Assert.Equal(0, placement.Layers);
        Assert.False(placement.IsOnGpusOnly);
    }

    [Fact]
    public void Half_the_processors_compute_unless_GPUs_have_all_layers()
    {
        int half = Math.Max(1, Environment.ProcessorCount / 2);
        var options = new LlamaLoadOptions();

        Assert.Equal(new StepThreads(half, half), LlamaParameters.Threads(options, new LayerPlacement(["CUDA0", "CPU"])));
        Assert.Equal(new StepThreads(half, half), LlamaParameters.Threads(options, new LayerPlacement([])));
        Assert.Equal(new StepThreads(1, 1), LlamaParameters.Threads(options, new LayerPlacement(["CUDA0", "CUDA0"])));
        Assert.Equal(
            new StepThreads(3, 5),
            LlamaParameters.Threads(options with { Threads = 3, ThreadsBatch = 5 }, new LayerPlacement(["CUDA0"])));
    }

    private static LayerPlacement Read(params string[] lines)
    {
        var reader = new LayerPlacementReader();
        Array.ForEach(lines, reader.Read);
        return reader.ToPlacement();
    }
}
