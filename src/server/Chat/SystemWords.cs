using System.Collections.Frozen;
using System.Globalization;

namespace Centrala.Server.Chat;

/// <summary>
/// What Centrala itself says in a conversation, in the conversation's language. Each has a code, by which a browser says it anew.
/// </summary>
static class SystemWords
{
    /// <summary>Values: name.</summary>
    public const string Joined = "joined";

    /// <summary>Values: n, whole minutes until the chat closes.</summary>
    public const string Reminder = "reminder";

    /// <summary>A message left while nobody was there.</summary>
    public const string Taken = "taken";

    /// <summary>Values: name.</summary>
    public const string EndedByAgent = "ended-agent";

    public const string EndedByCustomer = "ended-customer";

    public const string EndedSilent = "ended-silent";

    public const string Ended = "ended";

    static readonly FrozenDictionary<(string Language, string Code), string> Words = new Dictionary<(string, string), string>
    {
        [("en", Joined)] = "{name} joined the chat.",
        [("en", Reminder)] = "Are you still there? Without an answer the chat closes in {n} min.",
        [("en", Taken)] = "Your message is with us. We answer when we open.",
        [("en", EndedByAgent)] = "{name} has ended the chat.",
        [("en", EndedByCustomer)] = "The customer ended the chat.",
        [("en", EndedSilent)] = "The chat was closed because no answer came.",
        [("en", Ended)] = "The chat has ended.",
        [("pl", Joined)] = "{name} dołącza do czatu.",
        [("pl", Reminder)] = "Czy nadal tu jesteś? Bez odpowiedzi czat zostanie zamknięty za {n} min.",
        [("pl", Taken)] = "Mamy Twoją wiadomość. Odpowiemy po otwarciu.",
        [("pl", EndedByAgent)] = "{name} zakończył(a) czat.",
        [("pl", EndedByCustomer)] = "Klient zakończył czat.",
        [("pl", EndedSilent)] = "Czat został zamknięty, bo nie było odpowiedzi.",
        [("pl", Ended)] = "Czat został zakończony.",
        [("es", Joined)] = "{name} se ha unido al chat.",
        [("es", Reminder)] = "¿Sigues ahí? Si no respondes, el chat se cerrará en {n} min.",
        [("es", Taken)] = "Hemos recibido tu mensaje. Responderemos al abrir.",
        [("es", EndedByAgent)] = "{name} ha terminado el chat.",
        [("es", EndedByCustomer)] = "El cliente ha terminado el chat.",
        [("es", EndedSilent)] = "El chat se cerró porque no hubo respuesta.",
        [("es", Ended)] = "El chat ha terminado.",
        [("pt-PT", Joined)] = "{name} entrou no chat.",
        [("pt-PT", Reminder)] = "Ainda está aí? Sem resposta, o chat fecha dentro de {n} min.",
        [("pt-PT", Taken)] = "Recebemos a sua mensagem. Respondemos quando abrirmos.",
        [("pt-PT", EndedByAgent)] = "{name} terminou o chat.",
        [("pt-PT", EndedByCustomer)] = "O cliente terminou o chat.",
        [("pt-PT", EndedSilent)] = "O chat foi fechado por falta de resposta.",
        [("pt-PT", Ended)] = "O chat terminou.",
        [("fr", Joined)] = "{name} a rejoint la discussion.",
        [("fr", Reminder)] = "Êtes-vous toujours là ? Sans réponse, la discussion se ferme dans {n} min.",
        [("fr", Taken)] = "Nous avons votre message. Nous répondrons à l’ouverture.",
        [("fr", EndedByAgent)] = "{name} a terminé la discussion.",
        [("fr", EndedByCustomer)] = "Le client a terminé la discussion.",
        [("fr", EndedSilent)] = "La discussion a été fermée faute de réponse.",
        [("fr", Ended)] = "La discussion est terminée.",
        [("tr", Joined)] = "{name} sohbete katıldı.",
        [("tr", Reminder)] = "Hâlâ orada mısınız? Yanıt gelmezse sohbet {n} dakika içinde kapanacak.",
        [("tr", Taken)] = "Mesajınızı aldık. Açıldığımızda yanıtlayacağız.",
        [("tr", EndedByAgent)] = "{name} sohbeti bitirdi.",
        [("tr", EndedByCustomer)] = "Müşteri sohbeti bitirdi.",
        [("tr", EndedSilent)] = "Yanıt gelmediği için sohbet kapatıldı.",
        [("tr", Ended)] = "Sohbet sona erdi.",
    }.ToFrozenDictionary();

    /// <summary>Languages in which everything can be said; others get English.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Words.Keys.Select(key => key.Language).Distinct()];

    public static string Say(string language, string code, string? name = null, int n = 0) =>
        (Words.GetValueOrDefault((language, code)) ?? Words[("en", code)])
            .Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{name}", name ?? "", StringComparison.Ordinal);
}
