namespace Centrala.Protocols.Sip;

/// <summary>What a body is (Content-Type) or may be (Accept, where "*" stands for any).</summary>
public sealed record MediaType(string Type, string Subtype, Parameters Parameters)
{
    public static readonly MediaType Sdp = new("application", "sdp", Parameters.None);
    public static readonly MediaType SipFragment = new("message", "sipfrag", Parameters.None.With("version", "2.0"));

    /// <summary>Whether a body of the other type is one of this type.</summary>
    public bool Covers(MediaType other) => Covers(Type, other.Type) && Covers(Subtype, other.Subtype);

    public override string ToString() => $"{Type}/{Subtype}{Parameters}";

    internal static MediaType Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var type = scanner.Token("the type");
        if (!scanner.Separator('/')) scanner.Fail("the subtype is missing");
        return new(type, scanner.Token("the subtype"), Parameters.Read(ref scanner));
    }

    static bool Covers(string one, string other) => one == "*" || one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
