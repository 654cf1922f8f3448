using System.Reflection;

namespace Centrala.Server.Foundation;

/// <summary>Which program this is.</summary>
static class ProgramVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static readonly string Text = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
