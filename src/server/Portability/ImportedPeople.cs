using Centrala.Server.Access;
using Centrala.Server.Organisation;
using static Centrala.Server.Portability.ImportedWords;

namespace Centrala.Server.Portability;

/// <summary>Takes accounts and how they are routed to. A new account has no password: its person is given a link.</summary>
static class ImportedPeople
{
    public static async Task TakePeople(Import import)
    {
        foreach (var (id, email, wanted) in import.Text.People ?? [])
        {
            var here = import.Here.People?.FirstOrDefault(entry => entry.Id == id);
            var next = wanted with { Version = here?.Settings.Version ?? 0 };
            await import.Comparison.Take("person", id, wanted.Name ?? email, here?.Settings, next, async () => here is null
                ? await InvitePerson.Store(import.Edit.Work, import.Actor, import.At, id, email, next)
                : await ChangePerson.Store(import.Edit.Work, import.Actor, import.At, id, next));
        }
    }

    /// <summary>New agents come first without their queues: steps of queues may name them.</summary>
    public static async Task TakeNewAgents(Import import)
    {
        foreach (var (id, wanted) in import.Text.Agents ?? [])
            if (import.Here.Agents?.Any(entry => entry.Id == id) == false)
                await import.Comparison.Try(async () => RefusalOf(await SaveAgent.Store(
                    import.Edit, id, wanted with { Version = await VersionOf(import, id), Queues = [] })));
    }

    public static async Task TakeAgents(Import import)
    {
        foreach (var (id, wanted) in import.Text.Agents ?? [])
        {
            var now = import.Here.Agents?.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = await VersionOf(import, id) };
            var name = import.Text.People?.FirstOrDefault(entry => entry.Id == id)?.Settings.Name ?? id.ToString();
            await import.Comparison.Take("agent", id, name, now, next,
                async () => RefusalOf(await SaveAgent.Store(import.Edit, id, next)));
        }
    }

    static Task<int> VersionOf(Import import, Guid agent) =>
        import.Edit.Work.Single<int>("select coalesce(max(version), 0) from agent where id = @agent", new { agent });
}
