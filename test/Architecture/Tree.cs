using Mono.Cecil;

namespace Centrala.Architecture.Tests;

/// <summary>The checkout that the tests were built from, and its assemblies.</summary>
static class Tree
{
    public static readonly string Root = FindRoot();

    /// <summary>Every type with the part that it belongs to, such as <c>core/Routing</c> or <c>server/Chat</c>.</summary>
    public static readonly IReadOnlyList<(string Part, TypeDefinition Type)> Types =
    [
        .. new[] { "Centrala.Core.dll", "Centrala.Protocols.dll", "centrala.dll" }
            .SelectMany(file => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file)).GetTypes())
            .Select(type => (Part: PartOf(type), Type: type))
            .Where(pair => pair.Part is not null)
            .Select(pair => (pair.Part!, pair.Type)),
    ];

    /// <returns>Null for what is not Centrala's own.</returns>
    public static string? PartOf(TypeReference type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        var name = type.Namespace.Split('.');
        return name is ["Centrala", "Core" or "Protocols" or "Server", _, ..] ? $"{name[1].ToLowerInvariant()}/{name[2]}" : null;
    }

    static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Centrala.slnx"))) at = at.Parent!;
        return at.FullName;
    }
}
