using System.Text;
using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Reads the files of chat templates.</summary>
internal static class ChatTemplateFile
{
    private const int MaxBytesPerCharacter = 4;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The template's source.</returns>
    /// <exception cref="ModelLoadException">It cannot be read, is not text, is blank, or is too long.</exception>
    public static string Read(string path)
    {
        const string Option = $"{nameof(GgufOptions)}.{nameof(GgufOptions.ChatTemplatePath)}";
        try
        {
            if (new FileInfo(path).Length > TemplateDefaults.MaxSourceLength * MaxBytesPerCharacter)
            {
                throw new ModelLoadException(
                    ModelLoadError.Unsupported,
                    path,
                    $"{path} has more than the {TemplateDefaults.MaxSourceLength} characters of a chat template. Set {Option} "
                    + "to the path of a Jinja template.");
            }

            string source = File.ReadAllText(path, Utf8);
            return string.IsNullOrWhiteSpace(source)
                ? throw new ModelLoadException(
                    ModelLoadError.Corrupt, path, $"The chat template {path} is empty. Write it, or leave {Option} out.")
                : source;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelLoadException(
                ModelLoadError.NotFound, path, $"There is no chat template {path}. Correct {Option}, or leave it out.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException(
                ModelLoadError.AccessDenied, path, $"The chat template {path} cannot be read: {error.Message}", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new ModelLoadException(
                ModelLoadError.Corrupt, path, $"The chat template {path} is not UTF-8. Write it as UTF-8.", error);
        }
    }
}
