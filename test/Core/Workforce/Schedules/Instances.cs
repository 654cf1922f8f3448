using System.Runtime.CompilerServices;

namespace Centrala.Core.Tests.Workforce.Schedules;

/// <summary>Public scheduling instances and rosters for them. Source: docs/sources.md#shift-scheduling.</summary>
static class Instances
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "instances");
}
