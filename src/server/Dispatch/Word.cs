using System.Collections.Frozen;
using System.Text.Json;

namespace Centrala.Server.Dispatch;

/// <summary>An enumeration's values as the words that stand in tables and answers: <c>wrap-up</c>.</summary>
static class Word<T> where T : struct, Enum
{
    static readonly FrozenDictionary<T, string> words = Enum.GetValues<T>().ToFrozenDictionary(
        value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public static string Of(T value) => words[value];
}
