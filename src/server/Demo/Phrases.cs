namespace Centrala.Server.Demo;

/// <summary>What fits everywhere, in each of the six languages.</summary>
/// <param name="Greeting">An agent who does not know the matter.</param>
/// <param name="Clarifying">The same agent, when the customer went on.</param>
/// <param name="Farewell">An agent, after the customer's thanks.</param>
/// <param name="Nudge">A customer who has waited long for an answer.</param>
/// <param name="Thanks">A customer with nothing left to say.</param>
sealed record Phrases(string Greeting, string Clarifying, string Farewell, string Nudge, string Thanks)
{
    static readonly IReadOnlyDictionary<string, Phrases> byLanguage = new Dictionary<string, Phrases>
    {
        ["en"] = new("Hello! Thank you for writing. Could you tell me a little more about it?",
            "I see. Let me look into that for a moment.", "Gladly. Have a good day!", "Are you still there?", "Thank you, that helps."),
        ["pl"] = new("Dzień dobry! Dziękuję za wiadomość. Czy może Pan/Pani napisać coś więcej?",
            "Rozumiem. Proszę o chwilę, już sprawdzam.", "Proszę bardzo. Miłego dnia!", "Czy ktoś tam jeszcze jest?",
            "Dziękuję, to mi pomogło."),
        ["es"] = new("¡Hola! Gracias por escribir. ¿Me puede contar un poco más?", "Entiendo. Déjeme mirarlo un momento.",
            "Con mucho gusto. ¡Que tenga un buen día!", "¿Sigue ahí?", "Gracias, me ha ayudado."),
        ["pt-PT"] = new("Olá! Obrigado por escrever. Pode contar-me um pouco mais?", "Compreendo. Deixe-me verificar um momento.",
            "De nada. Tenha um bom dia!", "Ainda está aí?", "Obrigado, ajudou-me."),
        ["fr"] = new("Bonjour ! Merci de votre message. Pouvez-vous m'en dire un peu plus ?",
            "Je comprends. Laissez-moi regarder un instant.", "Avec plaisir. Bonne journée !", "Vous êtes toujours là ?",
            "Merci, cela m'aide."),
        ["tr"] = new("Merhaba! Yazdığınız için teşekkürler. Biraz daha anlatır mısınız?", "Anlıyorum. Hemen bakıyorum, bir dakika.",
            "Rica ederim. İyi günler!", "Orada mısınız?", "Teşekkürler, bu yardımcı oldu."),
    };

    public static Phrases Of(string language) => byLanguage.GetValueOrDefault(language) ?? byLanguage["en"];
}
