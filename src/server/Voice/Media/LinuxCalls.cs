using System.Runtime.InteropServices;

namespace Centrala.Server.Voice.Media;

/// <summary>What the framework does not offer: readiness of many sockets, and a sleep that ends on time.</summary>
static class LinuxCalls
{
    public const int Add = 1, Readable = 1, Monotonic = 1, Absolute = 1, RoundRobin = 2;

    public struct Time
    {
        public long Seconds, Nanoseconds;
    }

    /// <summary>On x86-64 the event's number lies unaligned behind its flags; elsewhere it is aligned.</summary>
    public static readonly int EventBytes = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    [DllImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int CreatePoll(int flags);

    [DllImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int ControlPoll(int poll, int operation, int socket, ref byte happening);

    [DllImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int WaitPoll(int poll, ref byte happenings, int most, int timeoutMs);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Close(int file);

    [DllImport("libc", EntryPoint = "clock_nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SleepUntil(int clock, int flags, ref Time until, nint left);

    [DllImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Schedule(int thread, int policy, ref int priority);

    /// <summary>Away from the terminal and the signals of whoever started this process.</summary>
    [DllImport("libc", EntryPoint = "setsid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int NewSession();
}
