using System.Diagnostics;

namespace Centrala.Testing.Voice;

/// <summary>A proxy that nobody here wrote, with its settings in a folder of its own; it runs until this is disposed of.</summary>
public sealed class Peer : IDisposable
{
    readonly string folder;
    readonly Process process;

    Peer(string folder, Process process) => (this.folder, this.process) = (folder, process);

    /// <summary>Kamailio as an edge that stays in the path of every call that it passes on.</summary>
    /// <param name="at">Where it listens.</param>
    /// <param name="to">Whom it passes calls to.</param>
    public static Peer Kamailio(string at, string to) => Start("/usr/sbin/kamailio", "kamailio",
        folder => $"-DD -E -f {folder}/kamailio.cfg -Y {folder} -P {folder}/pid", ("kamailio.cfg", $$"""
            debug=0
            log_stderror=yes
            fork=no
            children=1
            auto_aliases=no
            disable_tcp=yes
            listen=udp:{{at}}
            loadmodule "sl.so"
            loadmodule "tm.so"
            loadmodule "rr.so"
            loadmodule "maxfwd.so"
            loadmodule "pv.so"
            loadmodule "siputils.so"
            loadmodule "textops.so"
            request_route {
              if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
              if (has_totag()) {
                if (loose_route() || is_method("ACK") && t_check_trans()) t_relay();
                else sl_send_reply("404", "Not here");
                exit;
              }
              if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
              record_route();
              $du = "sip:{{to}}";
              t_relay();
            }
            """));

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static Peer Start(string program, string name, Func<string, string> arguments, params (string File, string Text)[] files)
    {
        if (!File.Exists(program)) throw new InvalidOperationException($"$XunitDynamicSkip${name} is not installed.");
        var folder = Directory.CreateTempSubdirectory($"centrala-{name}-").FullName;
        foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text + "\n");
        // Nobody reads what it says; a pipe that is full would stop it.
        return new(folder, Process.Start("sh", ["-c", $"exec {program} {arguments(folder)} > {folder}/said 2>&1 < /dev/null"]));
    }
}
