using System.Text.Json;
using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Personal;

/// <summary>Keeps how a person likes the workspace; the last word counts.</summary>
static class SavePersonalSettings
{
    /// <summary>More actions than the workspace will ever have.</summary>
    const int KeysMax = 200;

    const int ActionLengthMax = 60;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/personal-settings", Handle).WithName("savePersonalSettings")
        .WithSummary("Change how one likes the workspace")
        .Requires(Permission.OwnAccount);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        PersonalSettings request, Actor actor, Db database, CancellationToken cancel)
    {
        var validation = new Validation()
            .Check("language", NewPerson.LanguageObjection(request.Language))
            .Check("volume", request.Volume is < 0 or > 100 ? Say($"Choose a volume from 0 to 100.") : null)
            .Check("keys", request.Keys.Count > KeysMax ? Say($"There are too many keys.") : null);
        foreach (var (action, key) in request.Keys.Take(KeysMax)) validation.Check("keys." + Shown(action), Objection(action, key));
        if (validation.Failed) return validation.Answer();

        await using var work = await database.Begin(actor, cancel);
        await work.Execute("""
            insert into personal_settings (person_id, language, density, scheme, offer_sound, message_sound, volume,
              notifications, preset, keys)
            values (@Id, @Language, @density, @scheme, @OfferSound, @MessageSound, @Volume, @Notifications, @preset, @keys::jsonb)
            on conflict (person_id) do update set language = excluded.language, density = excluded.density,
              scheme = excluded.scheme, offer_sound = excluded.offer_sound, message_sound = excluded.message_sound,
              volume = excluded.volume, notifications = excluded.notifications, preset = excluded.preset, keys = excluded.keys
            """, new
        {
            actor.Id,
            request.Language,
            request.OfferSound,
            request.MessageSound,
            request.Volume,
            request.Notifications,
            density = Word(request.Density),
            scheme = Word(request.Scheme),
            preset = Word(request.Preset),
            keys = JsonSerializer.Serialize(request.Keys),
        });
        await work.Commit();
        return TypedResults.NoContent();
    }

    static Sentence? Objection(string action, string? key) =>
        action.Length > ActionLengthMax || !KeyName.IsAction(action) ? Say($"This is no action.")
        : key is null ? Say($"Name a key, or leave it empty for none.") : KeyName.Objection(key);

    static string Shown(string action) => action.Length > ActionLengthMax ? action[..ActionLengthMax] : action;

    static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
