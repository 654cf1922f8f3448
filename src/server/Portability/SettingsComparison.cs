using System.Text.Json;
using System.Text.Json.Nodes;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Portability;

/// <summary>How a text differs from the present settings, and what of it cannot be taken.</summary>
/// <param name="Applied">Whether the changes were made.</param>
/// <param name="Same">Entries that are the same in both.</param>
public sealed record SettingsComparison(
    bool Applied, int Same, IReadOnlyList<SettingsComparison.Change> Changes, IReadOnlyList<SettingsComparison.Conflict> Conflicts)
{
    /// <param name="Kind">partner, logo, skill, team, vendor, away, hours, queue, widget, plan, number, person, agent or clocks.</param>
    /// <param name="IsNew">It is not here yet.</param>
    public sealed record Change(string Kind, Guid Id, string Name, bool IsNew, IReadOnlyList<FieldChange> Fields);

    /// <param name="Before">As JSON; null for a new entry.</param>
    public sealed record FieldChange(string Field, string? Before, string After);

    public sealed record Conflict(string Kind, Guid Id, string Name, IReadOnlyList<string> Messages);

    /// <summary>Takes entries one by one; one that is refused leaves no trace in the transaction.</summary>
    internal sealed class Maker(Work work)
    {
        readonly List<Change> changes = [];
        readonly List<Conflict> conflicts = [];
        int same;

        public bool HasConflicts => conflicts.Count > 0;

        public SettingsComparison Made(bool applied) => new(applied, same, changes, conflicts);

        public async Task Take<T>(
            string kind, Guid id, string name, T? before, T after, Func<Task<ProblemHttpResult?>> store)
            where T : class
        {
            var fields = Differences(before, after);
            if (fields.Count == 0) same++;
            else if (await Try(store) is { } refusal) conflicts.Add(new(kind, id, name, MessagesOf(refusal)));
            else changes.Add(new(kind, id, name, before is null, fields));
        }

        /// <returns>Null when it was stored.</returns>
        public async Task<ProblemHttpResult?> Try(Func<Task<ProblemHttpResult?>> store)
        {
            await work.Execute("savepoint entry");
            var refusal = await store();
            await work.Execute(refusal is null ? "release savepoint entry" : "rollback to savepoint entry; release savepoint entry");
            return refusal;
        }

        static List<FieldChange> Differences<T>(T? before, T after) where T : class
        {
            var (old, now) = (JsonOf(before), JsonOf(after)!);
            return [.. now
                .Where(field => field.Key != "version" && (old is null || !JsonNode.DeepEquals(old[field.Key], field.Value)))
                .Select(field => new FieldChange(field.Key, old is null ? null : Text(old[field.Key]), Text(field.Value)))];
        }

        static JsonObject? JsonOf<T>(T? value) where T : class => value is null ? null
            : (JsonObject)JsonSerializer.SerializeToNode(value, options)!;

        static string Text(JsonNode? value) => value?.ToJsonString(options) ?? "null";

        static IReadOnlyList<string> MessagesOf(ProblemHttpResult refusal) =>
            refusal.ProblemDetails.Extensions.TryGetValue("errors", out var errors)
            && errors is IReadOnlyDictionary<string, string[]> fields
                ? [.. fields.SelectMany(field => field.Value.Select(message => $"{field.Key}: {message}"))]
                : [refusal.ProblemDetails.Detail ?? refusal.ProblemDetails.Title!];

        static readonly JsonSerializerOptions options = Options();

        static JsonSerializerOptions Options()
        {
            var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            };
            JsonRules.Apply(options);
            return options;
        }
    }
}
