namespace Inference.Sdk.Tabular.Tests;

/// <summary>An input type as a host has it: numbers of several C# types, some of them nullable, and a text.</summary>
internal sealed record House(
    double Sqft, int Beds, float? Baths, string? Location, bool Garage = false, int? Floors = null,
    bool? Pool = null, long Year = 2000);
