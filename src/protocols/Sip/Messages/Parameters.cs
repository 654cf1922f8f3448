using System.Collections;
using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>The parameters of a header or URI in their order: <c>;name=value</c> or <c>;name</c>. Names differ not by case.</summary>
public sealed class Parameters : IEnumerable<KeyValuePair<string, string?>>
{
    public static readonly Parameters None = new([]);

    readonly KeyValuePair<string, string?>[] all;

    Parameters(KeyValuePair<string, string?>[] all) => this.all = all;

    public int Count => all.Length;

    /// <summary>The value without quotes; "" for a parameter that has none; null where the parameter is absent.</summary>
    public string? this[string name] => Find(name) is { } at ? Quoting.Unquote(all[at].Value ?? "") : null;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>With this parameter in place of its namesake or, if there is none, at the end.</summary>
    /// <param name="value">As it shall stand: quoted, where it must be; null for a name alone.</param>
    public Parameters With(string name, string? value = null)
    {
        var with = new KeyValuePair<string, string?>(name, value);
        if (Find(name) is not { } at) return new([.. all, with]);
        var copy = all.ToArray();
        copy[at] = with;
        return new(copy);
    }

    public Parameters Without(string name) =>
        Has(name) ? new([.. all.Where(one => !Same(one.Key, name))]) : this;

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString()
    {
        if (all.Length == 0) return "";
        var text = new StringBuilder();
        foreach (var (name, value) in all)
        {
            text.Append(';').Append(name);
            if (value is not null) text.Append('=').Append(value);
        }
        return text.ToString();
    }

    /// <summary>A header's parameters, up to the end of the value or a character that belongs to none.</summary>
    internal static Parameters Read(ref Scanner scanner)
    {
        if (!scanner.Separator(';')) return None;
        var read = new List<KeyValuePair<string, string?>>();
        do
        {
            var name = scanner.Token("the name of a parameter");
            string? value = null;
            if (scanner.Separator('='))
            {
                value = scanner.Next == '"' ? scanner.Quoted()
                    : scanner.Some(Characters.ParameterValue, "the value of a parameter");
            }
            if (read.Exists(one => Same(one.Key, name))) scanner.Fail($"the parameter {name} comes twice");
            read.Add(new(name, value));
        }
        while (scanner.Separator(';'));
        return new([.. read]);
    }

    internal static Parameters Of(List<KeyValuePair<string, string?>> read) => read.Count == 0 ? None : new([.. read]);

    int? Find(string name)
    {
        for (var i = 0; i < all.Length; i++)
            if (Same(all[i].Key, name)) return i;
        return null;
    }

    static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
