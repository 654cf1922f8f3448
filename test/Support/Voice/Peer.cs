using System.Diagnostics;
using System.Text;

namespace Centrala.Testing.Voice;

/// <summary>A telephone or a proxy that nobody here wrote, with its settings in a folder of its own; it runs until this is disposed of.</summary>
public sealed class Peer : IDisposable
{
    readonly string folder;
    readonly Process process;

    Peer(string folder, Process process) => (this.folder, this.process) = (folder, process);

    /// <summary>Kamailio as an edge that stays in the path of every call that it passes on.</summary>
    /// <param name="at">Where it listens.</param>
    /// <param name="to">Whom it passes calls to.</param>
    public static Peer Kamailio(string at, string to) => Start("/usr/sbin/kamailio", "kamailio",
        folder => $"-DD -E -f {folder}/kamailio.cfg -Y {folder} -P {folder}/pid", ("kamailio.cfg", Text($$"""
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
            """)));

    /// <summary>baresip as a desk phone over TLS, which picks up at once and hums a tone for half a minute.</summary>
    /// <param name="at">Address and port of its own.</param>
    /// <param name="registrar">Where it registers.</param>
    /// <param name="hertz">Its tone.</param>
    public static Peer Baresip(string at, string registrar, string user, string password, int hertz) =>
        Start("/usr/bin/baresip", "baresip", folder => $"-f {folder}",
            ("tone.wav", ToneFile(hertz)),
            ("config", Text($"""
                sip_listen {at}
                net_interface {at.Split(':')[0]}
                module_path /usr/lib/baresip/modules
                module g711.so
                module aufile.so
                module account.so
                module menu.so
                audio_source aufile,tone.wav
                ausrc_srate 8000
                """)),
            ("accounts", Text($"<sip:{user}@centrala;transport=tls>;auth_user={user};auth_pass={password};"
                + $"outbound=\"sip:{registrar};transport=tls\";answermode=auto;regint=60;audio_codecs=PCMA")),
            ("contacts", []));

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Half a minute, 8 kHz, 16 bit, mono.</summary>
    static byte[] ToneFile(int hertz)
    {
        const int rate = 8000, samples = 30 * rate, headBytes = 44;
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(headBytes - 8 + 2 * samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(2 * rate);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * samples);
        for (var i = 0; i < samples; i++) writer.Write((short)(8000 * Math.Sin(2 * Math.PI * hertz * i / rate)));
        return file.ToArray();
    }

    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\n");

    static Peer Start(string program, string name, Func<string, string> arguments, params (string File, byte[] Content)[] files)
    {
        if (!File.Exists(program)) throw new InvalidOperationException($"$XunitDynamicSkip${name} is not installed.");
        var folder = Directory.CreateTempSubdirectory($"centrala-{name}-").FullName;
        foreach (var (file, content) in files) File.WriteAllBytes(Path.Combine(folder, file), content);
        // Nobody reads what it says; a pipe that is full would stop it.
        return new(folder, Process.Start("sh", ["-c", $"cd {folder} && exec {program} {arguments(folder)} > said 2>&1 < /dev/null"]));
    }
}
