namespace Centrala.Server.Telemetry;

/// <summary>Tags of one series, compared by value in the order in which the instrument gives them.</summary>
readonly struct TagSet(ReadOnlySpan<KeyValuePair<string, object?>> tags)
{
    readonly KeyValuePair<string, object?>[] tags = [.. tags];

    public static IEqualityComparer<TagSet> Comparer { get; } = new ByValue();

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>Finds a series by tags on the stack, so that a measurement allocates nothing.</summary>
    sealed class ByValue :
        IEqualityComparer<TagSet>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, TagSet>
    {
        public bool Equals(TagSet x, TagSet y) => Equals(x.tags.AsSpan(), y);

        public int GetHashCode(TagSet obj) => GetHashCode(obj.tags.AsSpan());

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, TagSet other)
        {
            if (alternate.Length != other.tags.Length) return false;
            for (var i = 0; i < alternate.Length; i++)
                if (alternate[i].Key != other.tags[i].Key || !Equals(alternate[i].Value, other.tags[i].Value)) return false;
            return true;
        }

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
        {
            var hash = new HashCode();
            foreach (var (name, value) in alternate)
            {
                hash.Add(name);
                hash.Add(value);
            }
            return hash.ToHashCode();
        }

        public TagSet Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate);
    }
}
