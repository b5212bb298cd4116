using System.Text;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

public sealed class GgufFileTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_header_is_read_as_it_was_written(int version)
    {
        GgufWriter writer = new GgufWriter { Version = (uint)version }
            .Set("general.architecture", "llama")
            .Set("a.u32", 7u)
            .Set("a.i32", -7)
            .Set("a.u64", ulong.MaxValue)
            .Set("a.f32", 0.5f)
            .Set("a.bool", true)
            .SetRaw("a.u8", GgufValueType.UInt8, 200)
            .SetRaw("a.i8", GgufValueType.Int8, 0xFF)
            .SetRaw("a.u16", GgufValueType.UInt16, 1, 2)
            .SetRaw("a.i16", GgufValueType.Int16, 0xFE, 0xFF)
            .SetRaw("a.i64", GgufValueType.Int64, 1, 0, 0, 0, 0, 0, 0, 0x80)
            .SetRaw("a.f64", GgufValueType.Float64, BitConverter.GetBytes(0.25))
            .Set("a.texts", ["one", "", "drei ß"])
            .Set("a.numbers", new[] { 1, -2 })
            .SetRaw("a.bools", GgufValueType.Array, 7, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0)
            .Tensor("t.weight", [1, 2, 3, 4, 5, 6], 3, 2)
            .Tensor("q.weight", GgmlType.Q4_0, new byte[36], 64);

        GgufFile file = Read(writer.ToArray());

        Assert.Equal(version, file.Version);
        Assert.Equal(32, file.Alignment);
        Assert.Equal((writer.HeaderLength + 31) / 32 * 32, file.DataOffset);
        Assert.Equal(
            new object[]
            {
                "llama", 7u, -7, ulong.MaxValue, 0.5f, true, (byte)200, (sbyte)-1, (ushort)513, (short)-2,
                long.MinValue + 1, 0.25,
            },
            file.Metadata.Values.Values.Take(12).Select(value => value.Value));
        Assert.Equal(["one", "", "drei ß"], file.Metadata.Values["a.texts"].AsList<string>());
        Assert.Equal([1, -2], file.Metadata.Values["a.numbers"].AsList<int>());
        Assert.Equal([true, false], file.Metadata.Values["a.bools"].AsList<bool>());
        Assert.Equal(
            [("t.weight", "F32", 0L, 24L, 6L), ("q.weight", "Q4_0", 32L, 36L, 64L)],
            file.Tensors.Select(t => (t.Name, t.TypeName, t.Offset, t.ByteLength, t.ElementCount)));
        Assert.Equal([3L, 2L], file.Tensors[0].Dimensions);
    }

    [Fact]
    public void Another_alignment_is_kept_to()
    {
        GgufWriter writer = new GgufWriter { Alignment = 256 }
            .Set("general.alignment", 256u)
            .Tensor("a", [1], 1)
            .Tensor("b", [1], 1);

        GgufFile file = Read(writer.ToArray());

        Assert.Equal(0, file.DataOffset % 256);
        Assert.Equal(256, file.Tensors[1].Offset);
    }

    [Fact]
    public void A_missing_file_is_not_found()
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => GgufFile.Read("/nowhere/model.gguf"));

        Assert.Equal(ModelLoadError.NotFound, error.Reason);
        Assert.Equal("/nowhere/model.gguf", error.Path);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => GgufFile.Read(AppContext.BaseDirectory));

        Assert.Equal(ModelLoadError.AccessDenied, error.Reason);
        Assert.Contains("It is a folder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00", "Git LFS pointer")]
    [InlineData("<!DOCTYPE html><html>", "web page")]
    [InlineData("<HTML>", "web page")]
    [InlineData("PK\u0003\u0004zip", "zip archive")]
    [InlineData("\u001f\u008bgzip", "gzip")]
    [InlineData("GGML1234", "used before GGUF")]
    [InlineData("{\"error\":", "JSON")]
    [InlineData("\u0010\0\0\0\0\0\0\0{\"__metadata__\"", "safetensors")]
    [InlineData("GGU", "starts with the bytes 474755")]
    [InlineData("nonsense and more", "starts with the bytes 6E6F6E73656E7365")]
    public void A_file_of_another_kind_is_named(string content, string expected)
    {
        ModelLoadException error = Fail(Encoding.Latin1.GetBytes(content));

        Assert.Equal(ModelLoadError.UnknownFormat, error.Reason);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1u, "version 1")]
    [InlineData(4u, "version 4")]
    [InlineData(0u, "version 0")]
    [InlineData(0x03000000u, "big-endian")]
    public void Another_version_is_unsupported(uint version, string expected)
    {
        ModelLoadException error = Fail(new GgufWriter { Version = version }.ToArray());

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_split_model_is_unsupported()
    {
        ModelLoadException error = Fail(
            new GgufWriter().SetRaw("split.no", GgufValueType.UInt16, 1, 0).SetRaw("split.count", GgufValueType.UInt16, 3, 0).ToArray());

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("is part 2 of 3 of a split model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_noticed()
    {
        GgufWriter writer = new GgufWriter().Set("key", "value").Set("list", ["a", "b"]).Tensor("t", [1, 2, 3], 3);
        byte[] whole = writer.ToArray();
        int end = whole.Length - 20;

        for (int length = 4; length < end; length++)
        {
            ModelLoadException error = Fail(whole[..length]);
            Assert.Equal(ModelLoadError.Truncated, error.Reason);
        }

        Read(whole[..end]);
    }

    [Fact]
    public void A_truncated_tensor_says_what_it_needs()
    {
        byte[] whole = new GgufWriter().Tensor("t", new float[1000], 1000).ToArray();

        ModelLoadException error = Fail(whole[..1000]);

        Assert.Equal(ModelLoadError.Truncated, error.Reason);
        Assert.Contains("t needs 4000 bytes from byte 64 on, and the file has 1000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_beyond_the_file_are_refused_before_anything_is_allocated()
    {
        byte[] file = new GgufWriter().Set("key", "value").ToArray();
        foreach (ulong count in new[] { 1000UL, 1UL << 40, ulong.MaxValue })
        {
            foreach (int position in new[] { 8, 16, 24 })
            {
                byte[] bad = (byte[])file.Clone();
                BitConverter.TryWriteBytes(bad.AsSpan(position), count);
                Assert.Contains(Fail(bad).Reason, new[] { ModelLoadError.Corrupt, ModelLoadError.Truncated });
            }
        }
    }

    [Fact]
    public void What_comes_twice_is_corrupt()
    {
        Assert.Contains("key comes twice", Corrupt(new GgufWriter().Set("key", 1u).Duplicate("key")), StringComparison.Ordinal);
        Assert.Contains(
            "tensor t comes twice", Corrupt(new GgufWriter().Tensor("t", [1], 1).DuplicateTensor("t")), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_their_type_does_not_have_are_corrupt()
    {
        Assert.Contains("has the unknown type 13", Corrupt(new GgufWriter().SetRaw("key", (GgufValueType)13)), StringComparison.Ordinal);
        Assert.Contains("key is 2", Corrupt(new GgufWriter().SetRaw("key", GgufValueType.Boolean, 2)), StringComparison.Ordinal);
        Assert.Contains(
            "key is not UTF-8", Corrupt(new GgufWriter().SetRaw("key", GgufValueType.String, 1, 0, 0, 0, 0, 0, 0, 0, 0xFF)), StringComparison.Ordinal);
        Assert.Contains(
            "element 0 of key is not UTF-8",
            Corrupt(new GgufWriter().SetRaw(
                "key", GgufValueType.Array, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xC3)),
            StringComparison.Ordinal);
        Assert.Contains("metadata key 0 is empty", Corrupt(new GgufWriter().Set("", 1u)), StringComparison.Ordinal);
        Assert.Contains("general.alignment is 24", Corrupt(new GgufWriter().Set("general.alignment", 24u)), StringComparison.Ordinal);
        Assert.Contains("general.alignment is 32", Corrupt(new GgufWriter().Set("general.alignment", 32)), StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_of_arrays_are_unsupported() => Assert.Equal(
        ModelLoadError.Unsupported, Fail(new GgufWriter().SetRaw("key", GgufValueType.Array, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToArray()).Reason);

    [Fact]
    public void Tensors_that_cannot_be_are_corrupt()
    {
        Assert.Contains("has 0 dimensions", Corrupt(new GgufWriter().Tensor("t", [1])), StringComparison.Ordinal);
        Assert.Contains("has 5 dimensions", Corrupt(new GgufWriter().Tensor("t", [1], 1, 1, 1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("a dimension of t is 0", Corrupt(new GgufWriter().Tensor("t", [], 0)), StringComparison.Ordinal);
        Assert.Contains("a dimension of t is", Corrupt(new GgufWriter().Tensor("t", [1], long.MaxValue, long.MaxValue)), StringComparison.Ordinal);
        Assert.Contains(
            "not whole blocks of 32", Corrupt(new GgufWriter().Tensor("t", GgmlType.Q8_0, new byte[34], 31)), StringComparison.Ordinal);
        Assert.Contains("has a name that is", Corrupt(new GgufWriter().Tensor(new string('n', 64), [1], 1)), StringComparison.Ordinal);
        Assert.Contains(
            "not a multiple of 64", Corrupt(new GgufWriter().Set("general.alignment", 64u).Tensor("a", [1], 1).Tensor("b", [1], 1)), StringComparison.Ordinal);
        Assert.Equal(ModelLoadError.Unsupported, Fail(new GgufWriter().Tensor("t", (GgmlType)4, [1], 1).ToArray()).Reason);
    }

    private static GgufFile Read(byte[] content)
    {
        using var file = new TemporaryFile(content);
        return GgufFile.Read(file.Path);
    }

    private static ModelLoadException Fail(byte[] content) => Assert.Throws<ModelLoadException>(() => Read(content));

    private static string Corrupt(GgufWriter writer)
    {
        ModelLoadException error = Fail(writer.ToArray());
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        return error.Message;
    }
}
