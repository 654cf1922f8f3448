using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>A scheme with parameters between commas, as WWW-Authenticate and Authorization hold it.</summary>
public sealed class AuthenticationValue(string scheme, IReadOnlyList<KeyValuePair<string, string>> parameters)
{
    const int ParametersMax = 32;

    public string Scheme => scheme;

    public bool IsDigest => scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without quotes; null where it is absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var one in parameters)
                if (one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return Quoting.Unquote(one.Value);
            return null;
        }
    }

    /// <returns>Null when the text cannot be read.</returns>
    public static AuthenticationValue? Read(string text)
    {
        var scanner = new Scanner(text);
        var scheme = scanner.Token("the scheme");
        scanner.SkipSpace();
        var read = new List<KeyValuePair<string, string>>();
        do
        {
            var name = scanner.Token("a parameter");
            if (!scanner.Separator('=')) scanner.Fail("a parameter has no value");
            // Some telephones forget the quotes of a URI: what stands before the next comma is meant.
            var value = scanner.Next == '"' ? scanner.Quoted() : Bare(ref scanner);
            read.Add(new(name, value));
        }
        while (scanner.Separator(',') && read.Count < ParametersMax);
        scanner.End();
        return scanner.Problem is null ? new(scheme, read) : null;
    }

    public override string ToString()
    {
        var text = new StringBuilder(scheme);
        for (var i = 0; i < parameters.Count; i++)
            text.Append(i == 0 ? " " : ", ").Append(parameters[i].Key).Append('=').Append(parameters[i].Value);
        return text.ToString();
    }

    static string Bare(ref Scanner scanner)
    {
        var end = scanner.Rest.IndexOf(',');
        return scanner.Take(end < 0 ? scanner.Rest.Length : end).TrimEnd(" \t").ToString();
    }
}
