using Centrala.Server.Voice;

namespace Centrala.Server.Demo;

/// <summary>The demo's telephone: on this machine alone, on ports that are free, with invented callers in a carrier's place.</summary>
static class DemoTelephone
{
    const string Settings = """
        {
          // Written by the demo. Calls come from this machine alone.
          "listen": { "udp": "127.0.0.1:0" },
          "trunks": [{ "name": "demo", "sources": ["127.0.0.1/32"] }],
          "browsers": "127.0.0.1:0"
        }
        """;

    /// <summary>Switches it on where no telephone was set up. Sound needs Linux.</summary>
    public static void SwitchOn(string dataFolder)
    {
        var file = Path.Combine(dataFolder, VoiceSettings.FileName);
        if (!OperatingSystem.IsLinux() || File.Exists(file)) return;
        Directory.CreateDirectory(dataFolder);
        File.WriteAllText(file, Settings);
    }
}
