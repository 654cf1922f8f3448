using Centrala.Core.Routing;
using Centrala.Server.Organisation;
using static Centrala.Server.Portability.ImportedWords;

namespace Centrala.Server.Portability;

/// <summary>Takes queues. New ones that move contacts to each other come first without that, for both must be there.</summary>
static class ImportedQueues
{
    public static async Task Take(Import import)
    {
        var (text, here, edit, comparison, _, at) = import;
        var known = here.Queues.ToDictionary(entry => entry.Id, entry => entry.Settings);
        foreach (var (id, wanted) in text.Queues.Where(entry => !known.ContainsKey(entry.Id) && NamesAnother(entry.Settings)))
            await comparison.Try(async () => RefusalOf(await SaveQueue.Store(edit, id, Undiverted(wanted), at)));
        foreach (var (id, wanted) in text.Queues)
        {
            var now = known.GetValueOrDefault(id);
            var version = now?.Version ?? await edit.Work.Single<int>("select coalesce(max(version), 0) from queue where id = @id", new { id });
            var next = wanted with { Version = version };
            await comparison.Take("queue", id, wanted.Name, now, next, async () => RefusalOf(await SaveQueue.Store(edit, id, next, at)));
        }
    }

    static bool NamesAnother(QueueRequest queue) => queue.DivertsTo is not null || queue.SharesPlacesOf is not null;

    static QueueRequest Undiverted(QueueRequest queue) => queue with
    {
        Version = 0,
        DivertsTo = null,
        SharesPlacesOf = null,
        WhenFull = Undiverted(queue.WhenFull),
        WhenClosed = Undiverted(queue.WhenClosed),
        OnClosing = Undiverted(queue.OnClosing),
    };

    static Diversion Undiverted(Diversion rule) => rule == Diversion.ToQueue ? Diversion.None : rule;
}
