namespace Centrala.Server.Voice;

/// <summary>Which build this is: two programs of the same build understand each other to the letter.</summary>
static class BuildOf
{
    public static readonly string This = typeof(BuildOf).Assembly.ManifestModule.ModuleVersionId.ToString("n");
}
