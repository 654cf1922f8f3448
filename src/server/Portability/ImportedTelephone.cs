using Centrala.Server.Voice;
using Centrala.Server.Voice.Answering;
using static Centrala.Server.Portability.ImportedWords;

namespace Centrala.Server.Portability;

/// <summary>Takes answering plans, then the numbers that lead to them.</summary>
static class ImportedTelephone
{
    public static async Task Take(Import import)
    {
        foreach (var (id, wanted) in import.Text.AnsweringPlans ?? [])
        {
            var now = import.Here.AnsweringPlans?.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await import.Comparison.Take("plan", id, wanted.Name, now, next,
                async () => RefusalOf(await SavePlan.Store(import.Edit, id, next)));
        }
        foreach (var (id, wanted) in import.Text.TelephoneNumbers ?? [])
        {
            var now = import.Here.TelephoneNumbers?.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await import.Comparison.Take("number", id, wanted.Number, now, next,
                async () => RefusalOf(await SaveNumber.Store(import.Edit, id, next)));
        }
    }
}
