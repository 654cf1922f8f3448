using System.Text.Json;

namespace Centrala.Server.Personal;

/// <summary>How close together things stand.</summary>
public enum Density
{
    Comfortable,
    Compact,
}

/// <summary>Light or dark; <see cref="Auto"/> follows the computer.</summary>
public enum Scheme
{
    Auto,
    Light,
    Dark,
}

/// <summary>A set of keys to start from.</summary>
public enum KeyPreset
{
    Centrala,

    /// <summary>The letters that people know from Zendesk.</summary>
    Zendesk,
}

/// <summary>How a person likes the workspace.</summary>
/// <param name="Language">Null for the language of the person's account.</param>
/// <param name="Volume">Of all sounds, 0–100.</param>
/// <param name="Notifications">Whether the computer tells of an offer while another window is in front.</param>
/// <param name="Keys">By action, where the person's key is not the preset's; an empty key means none.</param>
public sealed record PersonalSettings(
    string? Language, Density Density, Scheme Scheme, bool OfferSound, bool MessageSound, int Volume, bool Notifications,
    KeyPreset Preset, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>What somebody has who never chose.</summary>
    public static readonly PersonalSettings Usual = new(
        null, Density.Comfortable, Scheme.Auto, true, false, 70, true, KeyPreset.Centrala, new Dictionary<string, string>());

    /// <summary>Reads the person's own row; the actor's policy shows no other.</summary>
    internal static async Task<PersonalSettings> Of(Database.Work work, Guid person) =>
        (await work.Single<Row>("""
            select language, density, scheme, offer_sound, message_sound, volume::int, notifications, preset,
                   keys::text as keys
            from personal_settings where person_id = @person
            """, new { person }))?.AsSettings() ?? Usual;

    sealed record Row(
        string? Language, string Density, string Scheme, bool OfferSound, bool MessageSound, int Volume,
        bool Notifications, string Preset, string Keys)
    {
        public PersonalSettings AsSettings() => new(
            Language, Enum.Parse<Density>(Density, true), Enum.Parse<Scheme>(Scheme, true), OfferSound, MessageSound,
            Volume, Notifications, Enum.Parse<KeyPreset>(Preset, true),
            JsonSerializer.Deserialize<Dictionary<string, string>>(Keys)!);
    }
}
