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
        Span<byte> happening = stackalloc byte[16];
        BitConverter.TryWriteBytes(happening, LinuxCalls.Readable);
        BitConverter.TryWriteBytes(happening[(LinuxCalls.EventBytes - 8)..], number);
        if (LinuxCalls.ControlPoll(poll, LinuxCalls.Add, (int)leg.Socket.Handle, ref happening[0]) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return number;
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
        while (!isOver)
        {
            var count = LinuxCalls.WaitPoll(poll, ref happenings[0], EventsAtOnce, LookMs);
            var atMs = (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds;
            for (var i = 0; i < count; i++)
            {
                var number = BitConverter.ToInt64(happenings, (i + 1) * LinuxCalls.EventBytes - 8);
                if (legs.TryGetValue(number, out var leg)) Read(leg, bytes, from, atMs);
            }
        }
    }

    static void Read(PortLeg leg, byte[] bytes, SocketAddress from, long atMs)
    {
        try
        {
            var length = leg.Socket.ReceiveFrom(bytes, SocketFlags.None, from);
            leg.Receive(bytes.AsSpan(0, length), from, atMs);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Nothing there after all, the peer's port was closed, or the leg was, just now.
        }
    }
}
