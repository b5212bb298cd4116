namespace Inference.Sdk.Tabular;

/// <summary>A UBJSON array or object that has been entered.</summary>
/// <param name="IsObject">Whether it is an object.</param>
/// <param name="Type">The type of all its values, or 0 where each tells its own.</param>
/// <param name="Remaining">How many are left, or -1 where a closing bracket tells the end.</param>
internal readonly record struct UbjsonFrame(bool IsObject, byte Type, long Remaining);
