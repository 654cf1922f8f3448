using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Portability;

/// <summary>Takes what everything else refers to: partners, skills, teams, vendors, reasons for being away, opening hours.</summary>
static class ImportedWords
{
    public static async Task TakePartners(Import import)
    {
        foreach (var (id, wanted, logo) in import.Text.Partners)
        {
            var now = import.Here.Partners.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with
            {
                Version = now?.Version ?? 0,
                Colour = wanted.Colour.ToLowerInvariant(),
                Tags = wanted.Tags ?? [],
            };
            await import.Comparison.Take("partner", id, wanted.Name, now, next,
                async () => RefusalOf(await SavePartner.Store(import.Edit, id, next)));
            if (logo is not null) await TakeLogo(import, id, wanted.Name, logo);
        }
    }

    /// <summary>Two pictures are compared by what can be said of them in a line.</summary>
    static Task TakeLogo(Import import, Guid partner, string name, byte[] wanted)
    {
        var now = import.Here.Partners.FirstOrDefault(entry => entry.Id == partner)?.Logo;
        return import.Comparison.Take("logo", partner, name, now is null ? null : Picture.Of(now), Picture.Of(wanted),
            () => SaveLogo.Store(import.Edit.Work, import.Actor, import.At, partner, wanted));
    }

    public static async Task Take(Import import)
    {
        var (text, here, edit, comparison, _, _) = import;
        foreach (var (id, wanted) in text.Skills)
        {
            var now = here.Skills.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("skill", id, wanted.Name, now, next, async () => RefusalOf(await SaveSkill.Store(edit, id, next)));
        }
        foreach (var (id, wanted) in text.Teams)
        {
            var now = here.Teams.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with
            {
                Version = now?.Version ?? 0,
                LeadId = text.People is null ? now?.LeadId : wanted.LeadId,
            };
            await comparison.Take("team", id, wanted.Name, now, next, async () => RefusalOf(await SaveTeam.Store(edit, id, next)));
        }
        foreach (var (id, wanted) in text.Vendors)
        {
            var now = here.Vendors.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("vendor", id, wanted.Name, now, next, async () => RefusalOf(await SaveVendor.Store(edit, id, next)));
        }
        foreach (var (id, wanted) in text.AwayKinds)
        {
            var now = here.AwayKinds.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("away", id, wanted.Name, now, next, async () => RefusalOf(await SaveAwayKind.Store(edit, id, next)));
        }
        foreach (var (id, wanted) in text.OpeningCalendars)
        {
            var now = here.OpeningCalendars.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("hours", id, wanted.Name, now, next,
                async () => RefusalOf(await SaveOpeningCalendar.Store(edit, id, next)));
        }
    }

    public static async Task TakeClocks(Import import)
    {
        if (import.Text.Clocks is not { } wanted) return;
        var next = wanted with { Version = import.Here.Clocks!.Version };
        await import.Comparison.Take("clocks", SaveClocks.Id, "", import.Here.Clocks, next,
            async () => RefusalOf(await SaveClocks.Store(import.Edit, next)));
    }

    sealed record Picture(string? Type, int Bytes, string Digest)
    {
        public static Picture Of(byte[] content) => new(Logo.KindOf(content), content.Length, Logo.VersionOf(content));
    }

    /// <returns>Null when it was stored.</returns>
    public static ProblemHttpResult? RefusalOf(Results<Ok<Edited>, ProblemHttpResult>? answer) => answer?.Result as ProblemHttpResult;
}
