namespace Centrala.Protocols.Rtp;

/// <summary>Sound of 8 bits a sample by ITU-T G.711, in its two laws: µ in America and Japan, A elsewhere.</summary>
public static class G711
{
    /// <summary>What silence is in either law.</summary>
    public const byte MuSilence = 0xff, ASilence = 0xd5;

    const int MuBias = 0x84, MuClip = 32_635, AClip = 32_767;

    static readonly short[] muDecoded = [.. Enumerable.Range(0, 256).Select(code => DecodeMu((byte)code))];
    static readonly short[] aDecoded = [.. Enumerable.Range(0, 256).Select(code => DecodeA((byte)code))];

    public static void DecodeMu(ReadOnlySpan<byte> from, Span<short> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = muDecoded[from[i]];
    }

    public static void DecodeA(ReadOnlySpan<byte> from, Span<short> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = aDecoded[from[i]];
    }

    public static void EncodeMu(ReadOnlySpan<short> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = EncodeMu(from[i]);
    }

    public static void EncodeA(ReadOnlySpan<short> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = EncodeA(from[i]);
    }

    /// <summary>Sign, exponent and four bits of the mantissa, all inverted.</summary>
    static byte EncodeMu(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), MuClip) + MuBias;
        var exponent = 31 - int.LeadingZeroCount(magnitude) - 7;
        return (byte)~(sign | exponent << 4 | magnitude >> exponent + 3 & 0x0f);
    }

    static short DecodeMu(byte code)
    {
        var plain = (byte)~code;
        var exponent = plain >> 4 & 7;
        var magnitude = ((plain & 0x0f) << 3 | MuBias) << exponent;
        return (short)((plain & 0x80) != 0 ? MuBias - magnitude : magnitude - MuBias);
    }

    /// <summary>Every second bit is inverted; the smallest two segments are alike.</summary>
    static byte EncodeA(short sample)
    {
        var sign = sample >= 0 ? 0x80 : 0;
        var magnitude = Math.Min(sample >= 0 ? sample : -(sample + 1), AClip);
        var exponent = magnitude < 256 ? 0 : 31 - int.LeadingZeroCount(magnitude) - 7;
        var mantissa = magnitude >> (exponent == 0 ? 4 : exponent + 3) & 0x0f;
        return (byte)((sign | exponent << 4 | mantissa) ^ 0x55);
    }

    static short DecodeA(byte code)
    {
        var plain = code ^ 0x55;
        var exponent = plain >> 4 & 7;
        var magnitude = (plain & 0x0f) << 4 | 8;
        if (exponent > 0) magnitude = (magnitude | 0x100) << exponent - 1;
        return (short)((plain & 0x80) != 0 ? magnitude : -magnitude);
    }
}
