using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Centrala.Server.Chat;

/// <summary>Every live line of visitors on this node; a conversation may have several, one for each tab.</summary>
sealed class VisitorLines
{
    /// <summary>Tabs of one conversation.</summary>
    public const int PerConversationMax = 10;

    readonly ConcurrentDictionary<Guid, ImmutableList<VisitorLine>> lines = new();

    /// <summary>Conversations with an open line, and their contacts.</summary>
    public IEnumerable<(Guid Conversation, Guid Contact)> Watched => lines.Select(pair => (pair.Key, pair.Value[0].Contact));

    public bool AreOpen(Guid conversation) => lines.ContainsKey(conversation);

    /// <returns>False when the conversation has too many already.</returns>
    public bool Add(Guid conversation, VisitorLine line)
    {
        var all = lines.AddOrUpdate(
            conversation, _ => [line], (_, others) => others.Count < PerConversationMax ? others.Add(line) : others);
        return all.Contains(line);
    }

    public void Remove(Guid conversation, VisitorLine line)
    {
        while (lines.TryGetValue(conversation, out var all) && all.Contains(line))
        {
            var rest = all.Remove(line);
            if (rest.IsEmpty ? lines.TryRemove(new(conversation, all)) : lines.TryUpdate(conversation, rest, all)) return;
        }
    }

    public void Push(Guid conversation, Down message)
    {
        if (!lines.TryGetValue(conversation, out var all)) return;
        foreach (var line in all) line.Push(message);
    }

    /// <summary>Ends every line of a conversation, as when its visitor was blocked.</summary>
    public void Close(Guid conversation)
    {
        if (!lines.TryGetValue(conversation, out var all)) return;
        foreach (var line in all) line.Close();
    }
}
