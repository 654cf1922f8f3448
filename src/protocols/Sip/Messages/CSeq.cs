namespace Centrala.Protocols.Sip;

/// <summary>A request's number in its dialog, and its method.</summary>
/// <param name="Number">0 to <see cref="NumberMax"/>.</param>
public sealed record CSeq(long Number, string Method)
{
    public const long NumberMax = int.MaxValue;

    public override string ToString() => $"{Number} {Method}";

    internal static CSeq Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var number = scanner.Number("the CSeq", NumberMax);
        if (scanner.Next is not (' ' or '\t')) scanner.Fail("no method follows the CSeq's number");
        scanner.SkipSpace();
        return new(number, scanner.Token("the CSeq's method"));
    }
}

/// <summary>Which reliable provisional response a PRACK acknowledges (RFC 3262): its number, and the CSeq it answered.</summary>
public sealed record ResponseAcknowledged(long Number, CSeq Of)
{
    public override string ToString() => $"{Number} {Of}";

    internal static ResponseAcknowledged Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var number = scanner.Number("the RAck", uint.MaxValue);
        if (scanner.Next is not (' ' or '\t')) scanner.Fail("no CSeq follows the RAck's number");
        return new(number, CSeq.Read(ref scanner));
    }
}
