using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Centrala.Server.Foundation;

/// <summary>
/// How the interface writes and reads JSON: camel case, words of a list in kebab case. What a record's constructor takes
/// must be there, unless it may be null or has a default: a handler never meets a value that its type rules out.
/// </summary>
public static class JsonRules
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        // People write a kind's name wherever they like, and databases put it where they like.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireValues);
    }

    static void RequireValues(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter
                && Nullable.GetUnderlyingType(parameter.ParameterType) is null) property.IsRequired = true;
        }
    }
}
