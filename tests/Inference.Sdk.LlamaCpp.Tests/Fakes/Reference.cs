using System.Text;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>What a generation must give, computed one token after the other without batches, memory or streams.</summary>
internal static class Reference
{
    public static Generated Generate(FakeModel model, GenerationRequest request, int contextLength)
    {
        var vocabulary = new FakeVocabulary();
        var sampler = new TokenSampler(request.Sampling);
        var candidates = new CandidateSet();
        var history = new List<int>(request.Prompt.ToArray());
        var bytes = new List<byte>();
        float[] logits = new float[vocabulary.Count];
        int most = Math.Min(request.MaxTokens ?? int.MaxValue, contextLength - request.Prompt.Length);
        for (int generated = 1; ; generated++)
        {
            model.FillLogits(history.ToArray(), logits);
            int token = sampler.Sample(logits, candidates);
            if (vocabulary.IsEndOfGeneration(token))
            {
                return End(GenerationFinish.EndOfGeneration, generated);
            }

            history.Add(token);
            bytes.AddRange(vocabulary.GetPiece(token, request.DeliverControlTokens).Span);
            if (Cut(Decode(flush: false)) is { } text)
            {
                return new Generated(text, GenerationFinish.StopSequence, generated);
            }

            if (generated == most)
            {
                return End(GenerationFinish.Length, generated);
            }
        }

        Generated End(GenerationFinish finish, int generated) => Cut(Decode(flush: true)) is { } text
            ? new Generated(text, GenerationFinish.StopSequence, generated)
            : new Generated(Decode(flush: true), finish, generated);

        string Decode(bool flush)
        {
            char[] characters = new char[bytes.Count + 4];
            int count = Encoding.UTF8.GetDecoder().GetChars(bytes.ToArray(), characters, flush);
            return new string(characters, 0, count);
        }

        string? Cut(string text) => CutAtStop(text, request.StopSequences);
    }

    /// <summary>Cuts a text before the stop sequence that is complete first, or gives <see langword="null"/>.</summary>
    public static string? CutAtStop(string text, IReadOnlyList<string> stopSequences)
    {
        for (int end = 1; end <= text.Length; end++)
        {
            string? longest = stopSequences
                .Where(s => text[..end].EndsWith(s, StringComparison.Ordinal)).MaxBy(s => s.Length);
            if (longest is not null)
            {
                return text[..(end - longest.Length)];
            }
        }

        return null;
    }

    internal sealed record Generated(string Text, GenerationFinish Finish, int Tokens);
}
