using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centrala.Server.Foundation;

/// <summary>How the interface writes and reads JSON: camel case, words of a list in kebab case, no null where a value belongs.</summary>
public static class JsonRules
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }
}
