using Centrala.Server.Chat;

namespace Centrala.Server.Portability;

/// <summary>Takes widgets: their keys stay, so pages that carry the tag need no change.</summary>
static class ImportedWidgets
{
    public static async Task Take(Import import)
    {
        foreach (var (id, wanted) in import.Text.Widgets ?? [])
        {
            var now = import.Here.Widgets?.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with
            {
                Version = now?.Version ?? 0,
                Queues = wanted.Queues ?? new Dictionary<string, Guid>(),
                Greetings = wanted.Greetings ?? new Dictionary<string, string>(),
            };
            await import.Comparison.Take("widget", id, wanted.Name, now, next,
                () => SaveWidget.Store(import.Edit.Work, import.Actor, import.At, id, next));
        }
    }
}
