using System.Text.Json;

namespace Centrala.Server.Access;

/// <summary>A permission's name outside of the program: kebab case, in tokens and in what a session may do.</summary>
static class Scope
{
    static readonly Dictionary<string, Permission> ByName = Enum.GetValues<Permission>().ToDictionary(NameOf);

    public static string NameOf(Permission permission) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(permission.ToString());

    /// <returns>Null for a name that is no permission of this version.</returns>
    public static Permission? TryParse(string name) => ByName.TryGetValue(name, out var found) ? found : null;
}
