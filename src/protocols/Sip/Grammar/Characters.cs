using System.Buffers;

namespace Centrala.Protocols.Sip;

/// <summary>The character sets of RFC 3261, section 25.1. Escapes (%HH) are checked apart where "%" is in none of them.</summary>
static class Characters
{
    const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const string Digits = "0123456789";
    const string Unreserved = Letters + Digits + "-_.!~*'()";

    public static readonly SearchValues<char> Digit = SearchValues.Create(Digits);
    public static readonly SearchValues<char> Letter = SearchValues.Create(Letters);
    public static readonly SearchValues<char> Token = SearchValues.Create(Letters + Digits + "-.!%*_+`'~");
    public static readonly SearchValues<char> Word = SearchValues.Create(Letters + Digits + "-.!%*_+`'~()<>:\\\"/[]?{}");
    public static readonly SearchValues<char> Scheme = SearchValues.Create(Letters + Digits + "+-.");

    /// <summary>Names of hosts; with the underscore, which grammar forbids and private networks use.</summary>
    public static readonly SearchValues<char> Host = SearchValues.Create(Letters + Digits + "-._");
    public static readonly SearchValues<char> AddressV6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The value of a header's parameter that is not quoted: a token, or a host with or without brackets.</summary>
    public static readonly SearchValues<char> ParameterValue = SearchValues.Create(Letters + Digits + "-.!%*_+`'~[]:");

    public static readonly SearchValues<char> User = SearchValues.Create(Unreserved + "&=+$,;?/");
    public static readonly SearchValues<char> Password = SearchValues.Create(Unreserved + "&=+$,");
    public static readonly SearchValues<char> UriParameter = SearchValues.Create(Unreserved + "[]/:&+$");
    public static readonly SearchValues<char> UriHeader = SearchValues.Create(Unreserved + "[]/?:+$");
    public static readonly SearchValues<char> OtherUri = SearchValues.Create(Unreserved + ";/?:@&=+$,[]");
}
