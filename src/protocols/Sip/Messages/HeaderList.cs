using System.Collections;

namespace Centrala.Protocols.Sip;

/// <summary>A message's headers in their order. Names differ not by case; short names are made long on reading.</summary>
public sealed class HeaderList : IEnumerable<Header>
{
    readonly List<Header> all = [];

    public int Count => all.Count;

    /// <summary>The text of the first of that name; null where there is none.</summary>
    public string? this[string name] => First(name)?.Text;

    /// <summary>Adds a header whose text this program made, or took from another message.</summary>
    public HeaderList Add(string name, object value)
    {
        all.Add(value is string text ? new(name, text) { Value = text } : new(name, value));
        return this;
    }

    public HeaderList Add(Header header)
    {
        all.Add(header);
        return this;
    }

    /// <summary>Puts the header in place of the first of its name, or at the end.</summary>
    public void Set(string name, object value)
    {
        var at = all.FindIndex(one => Same(one.Name, name));
        if (at < 0) Add(name, value);
        else all[at] = new(name, value);
    }

    public void Remove(string name) => all.RemoveAll(one => Same(one.Name, name));

    public bool Has(string name) => First(name) is not null;

    public IEnumerable<Header> All(string name) => all.Where(one => Same(one.Name, name));

    /// <summary>The values of that name, as the grammar read them.</summary>
    public IEnumerable<T> Values<T>(string name) where T : class => All(name).Select(one => one.Value).OfType<T>();

    public T? Value<T>(string name) where T : class => First(name)?.Value as T;

    /// <summary>A whole number; null where the header is absent.</summary>
    public long? Number(string name) => First(name)?.Value switch { long number => number, Seconds seconds => seconds.Value, _ => null };

    /// <summary>Whether one of the list's tokens is this one, such as "100rel" in Supported.</summary>
    public bool Lists(string name, string token) => All(name).Any(one => Same(one.Text, token));

    public IEnumerator<Header> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal Header? First(string name) => all.Find(one => Same(one.Name, name));

    static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
