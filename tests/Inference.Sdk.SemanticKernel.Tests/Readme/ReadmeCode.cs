using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Inference.Sdk.SemanticKernel.Tests.Readme;

/// <summary>Compiles the code that documents show, as the top-level program of a host that references the
/// packages.</summary>
internal static partial class ReadmeCode
{
    // What ImplicitUsings of the SDK brings.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Gets the blocks of C# of a document, in order.</summary>
    public static IReadOnlyList<string> BlocksOf(string document) =>
        [.. Block().Matches(document.ReplaceLineEndings("\n")).Select(m => m.Groups["code"].Value)];

    /// <summary>Compiles a program.</summary>
    /// <returns>Its errors and warnings; empty where there are none.</returns>
    public static IReadOnlyList<string> Compile(string program)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Host",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parse), CSharpSyntaxTree.ParseText(program, parse)],
            // Every assembly beside the tests: what the packages bring, directly or not.
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return
        [
            .. compilation.GetDiagnostics()
                .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS1701" and not "CS1702")
                .Select(d => d.ToString()),
        ];
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
