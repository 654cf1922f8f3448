using System.Text.Json;

namespace Centrala.Server.Organisation;

/// <summary>How the words of a list stand in the database: in kebab case, as in JSON.</summary>
static class Wording
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T Read<T>(string text) where T : struct, Enum => Enum.Parse<T>(text.Replace("-", ""), ignoreCase: true);
}
