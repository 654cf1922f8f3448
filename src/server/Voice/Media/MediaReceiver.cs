using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Centrala.Server.Voice.Media;

/// <summary>Reads the sockets of all legs on one thread, as they have something.</summary>
sealed class MediaReceiver : IDisposable
{
    const int EventsAtOnce = 64, LookMs = 100, DatagramBytesMax = 2048;

    // A leg in here keeps its socket alive: its descriptor would be closed with it.
    readonly ConcurrentDictionary<long, PortLeg> legs = new();
    readonly int poll = LinuxCalls.CreatePoll(0);
    readonly Thread thread;
    long last;
    volatile bool isOver;

    public MediaReceiver()
    {
        if (poll < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        thread = new(Read) { IsBackground = true, Name = "voice media" };
        thread.Start();
    }

    /// <returns>For <see cref="Remove"/>.</returns>
    public long Add(PortLeg leg)
    {
        var number = Interlocked.Increment(ref last);
        legs[number] = leg;
        Watch(leg.Socket, number);
        if (leg.Control is { } control) Watch(control, -number);
        return number;
    }

    /// <param name="number">The leg's; negative for the socket of its reports.</param>
    void Watch(Socket socket, long number)
    {
        Span<byte> happening = stackalloc byte[16];
        BitConverter.TryWriteBytes(happening, LinuxCalls.Readable);
        BitConverter.TryWriteBytes(happening[(LinuxCalls.EventBytes - 8)..], number);
        if (LinuxCalls.ControlPoll(poll, LinuxCalls.Add, (int)socket.Handle, ref happening[0]) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Closing the leg's socket takes it out of the poll.</summary>
    public void Remove(long number) => legs.TryRemove(number, out _);

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        _ = LinuxCalls.Close(poll);
    }

    void Read()
    {
        var happenings = new byte[EventsAtOnce * LinuxCalls.EventBytes];
        var bytes = new byte[DatagramBytesMax];
        var from = new SocketAddress(AddressFamily.InterNetworkV6);
        for (var reportsDueMs = 0L; !isOver;)
        {
            var count = LinuxCalls.WaitPoll(poll, ref happenings[0], EventsAtOnce, LookMs);
            var atMs = (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;
            for (var i = 0; i < count; i++)
            {
                var number = BitConverter.ToInt64(happenings, (i + 1) * LinuxCalls.EventBytes - 8);
                if (legs.TryGetValue(Math.Abs(number), out var leg)) Read(leg, isControl: number < 0, bytes, from, atMs);
            }
            if (atMs < reportsDueMs) continue;
            reportsDueMs = atMs + LookMs;
            foreach (var leg in legs.Values) leg.TimePassed(atMs);
        }
    }

    static void Read(PortLeg leg, bool isControl, byte[] bytes, SocketAddress from, long atMs)
    {
        try
        {
            var length = (isControl ? leg.Control! : leg.Socket).ReceiveFrom(bytes, SocketFlags.None, from);
            if (isControl) leg.ReceiveControl(bytes.AsSpan(0, length), from, atMs);
            else leg.Receive(bytes.AsSpan(0, length), from, atMs);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Nothing there after all, the peer's port was closed, or the leg was, just now.
        }
    }
}
