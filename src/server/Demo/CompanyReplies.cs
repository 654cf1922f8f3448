namespace Centrala.Server.Demo;

/// <summary>What the demo company's agents need not write again, in the languages of its partners.</summary>
static class CompanyReplies
{
    /// <param name="Partner">A word; null for every partner.</param>
    /// <param name="Disposition">By its name in the partner's queues.</param>
    public sealed record Reply(
        string? Partner, string Shortcut, string Language, string Title, string Text, string? Tag = null,
        string? Disposition = null, string? Note = null, int? SnoozeMinutes = null)
    {
        public Guid Id => DemoId.Of("saved-reply", $"{Partner}/{Shortcut}/{Language}");

        public Guid? PartnerId => Partner is null ? null : DemoId.Of("partner", Partner);
    }

    const int Day = 24 * 60;

    public static readonly IReadOnlyList<Reply> All =
    [
        new(null, "hello", "en", "Greeting", "Hello {{customer.firstName}}, this is {{agent.firstName}} from {{partner.name}}. How can I help?"),
        new(null, "hello", "pl", "Powitanie", "Dzień dobry, z tej strony {{agent.firstName}}, {{partner.name}}. W czym mogę pomóc?"),
        new(null, "hello", "es", "Saludo", "Hola, {{customer.firstName}}. Soy {{agent.firstName}}, de {{partner.name}}. ¿En qué puedo ayudarte?"),
        new(null, "hello", "pt-PT", "Saudação", "Olá, {{customer.firstName}}. Fala {{agent.firstName}}, da {{partner.name}}. Em que posso ajudar?"),
        new(null, "hello", "fr", "Salutation", "Bonjour, ici {{agent.firstName}}, de {{partner.name}}. Comment puis-je vous aider ?"),
        new(null, "hello", "tr", "Karşılama", "Merhaba, ben {{partner.name}} ekibinden {{agent.firstName}}. Nasıl yardımcı olabilirim?"),
        new(null, "moment", "en", "One moment", "One moment please, I am looking it up."),
        new(null, "moment", "pl", "Chwileczkę", "Proszę o chwilę cierpliwości, już sprawdzam."),
        new(null, "moment", "es", "Un momento", "Un momento, por favor, lo estoy comprobando."),
        new(null, "moment", "pt-PT", "Um momento", "Um momento, por favor, estou a verificar."),
        new(null, "moment", "fr", "Un instant", "Un instant, s’il vous plaît, je vérifie."),
        new(null, "moment", "tr", "Bir dakika", "Bir dakika lütfen, hemen bakıyorum."),
        new(null, "bye", "en", "Farewell", "Thank you for writing to {{partner.name}}. Have a good day."),
        new(null, "bye", "pl", "Pożegnanie", "Dziękuję za kontakt z {{partner.name}}. Życzę miłego dnia."),
        new(null, "bye", "es", "Despedida", "Gracias por escribir a {{partner.name}}. Que tengas un buen día."),
        new(null, "bye", "pt-PT", "Despedida", "Obrigado por contactar a {{partner.name}}. Tenha um bom dia."),
        new(null, "bye", "fr", "Au revoir", "Merci d’avoir contacté {{partner.name}}. Bonne journée."),
        new(null, "bye", "tr", "Veda", "{{partner.name}} ile iletişime geçtiğiniz için teşekkürler. İyi günler."),

        new("slumber", "exchange", "en", "Exchange within 100 days",
            "You can exchange the mattress free of charge within 100 days; we collect it when the new one comes.", "exchange"),
        new("slumber", "exchange", "pl", "Wymiana w 100 dni",
            "Wymiana w ciągu 100 dni jest bezpłatna, a materac zabierzemy przy dostawie nowego.", "exchange"),
        new("slumber", "gold-or-silver", "en", "GOLD or SILVER?",
            "GOLD is firmer and suits you above 80 kg or on your back; SILVER is softer and suits you on your side. How do you sleep?", "advice"),
        new("slumber", "gold-or-silver", "pl", "GOLD czy SILVER?",
            "GOLD jest twardszy: dobry powyżej 80 kg i do spania na plecach. SILVER jest bardziej miękki: do spania na boku. Jak Pan(i) śpi?", "advice"),
        new("slumber", "no-answer", "pl", "Wrócę jutro", "Sprawdzę to w sklepie i napiszę jutro.", "follow-up",
            Note: "{{agent.name}}, {{today}}: czekamy na odpowiedź sklepu.", SnoozeMinutes: Day),

        new("gateway", "barrier", "en", "The barrier stays down",
            "I have opened the barrier for you. Please drive through slowly; nothing is charged twice.", Disposition: "Barrier opened"),
        new("gateway", "barrier", "es", "La barrera no se abre",
            "Le he abierto la barrera. Pase despacio, por favor; no se cobra dos veces.", Disposition: "Barrier opened"),

        new("kablo", "restart", "en", "Restart the modem",
            "Please unplug the modem for thirty seconds and plug it in again. It is ready when the light is steady."),
        new("kablo", "restart", "tr", "Modemi yeniden başlatın",
            "Lütfen modemin fişini otuz saniye çekip yeniden takın. Işık sabit yandığında hazırdır."),
        new("kablo", "restart", "pt-PT", "Reiniciar o modem",
            "Desligue o modem da corrente durante trinta segundos e volte a ligá-lo. Está pronto quando a luz ficar fixa."),
        new("kablo", "technician", "tr", "Teknisyen", "Yarın bir teknisyen gelecek; saatini bir gün önceden mesajla bildiririz.",
            "technician", "Technician booked", "{{today}}: technician asked for."),

        new("pixelforge", "restore", "en", "Account restored",
            "Your account is back with everything in it. Please set a new password before you play.", "account", "Account restored"),
        new("pixelforge", "refund", "en", "Refund", "The purchase is refunded; the money is with you within five days.", "refund", "Refunded"),
        new("pixelforge", "refund", "es", "Reembolso", "La compra está reembolsada; recibirás el dinero en cinco días.", "refund", "Refunded"),
        new("pixelforge", "refund", "fr", "Remboursement", "L’achat est remboursé ; l’argent arrive sous cinq jours.", "refund", "Refunded"),
    ];
}
