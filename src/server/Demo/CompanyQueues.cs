namespace Centrala.Server.Demo;

/// <summary>Where the demo company's contacts wait, and the rules by which they find somebody.</summary>
static class CompanyQueues
{
    /// <param name="Skill">Whoever has it belongs to the queue.</param>
    /// <param name="Selection">Which of several agents is chosen; see the router's <c>Selection</c>.</param>
    /// <param name="Base">Rank at arrival, in thousandths.</param>
    /// <param name="Slope">Rank for each second of waiting, in thousandths.</param>
    /// <param name="Dispositions">The first one stands ready when a contact ends.</param>
    public sealed record Queue(
        string Word, string Partner, string Name, string[] Channels, string Skill, string Steps, string Selection,
        int Base, int Slope, int TargetSeconds, int TargetBasisPoints, int WrapUpSeconds, bool AutoAccept,
        string? Calendar, string[] Dispositions)
    {
        public Guid Id => DemoId.Of("queue", Word);
    }

    /// <summary>All may rise as high as each other, so that none starves another.</summary>
    public const int Cap = 3_600_000;

    /// <remarks>
    /// Advice, cable support and games send a customer to the best expert first: the people whom a newcomer can sign in
    /// as are those experts, so a first contact does not wait for its turn among forty colleagues.
    /// </remarks>
    public static readonly IReadOnlyList<Queue> All =
    [
        new("slumber-advice", "slumber", "Slumber advice", ["chat", "call"], "advice",
            "language>=5 and advice>=5 for 15s; language>=3 and advice>=3 for 45s; language>=2", "most-skilled",
            0, 1_000, 30, 8_000, 60, false, "slumber-shop",
            ["Question answered", "Bought", "Will think about it", "Passed to a shop", "Not interested"]),
        new("slumber-orders", "slumber", "Slumber orders", ["chat", "call", "mail"], "orders",
            "language>=3 and orders>=3 for 30s; language>=2", "longest-idle",
            0, 1_000, 45, 8_000, 60, false, "slumber-shop",
            ["Status given", "Delivery changed", "Return arranged", "Complaint solved", "Complaint passed on"]),
        new("gateway-help", "gateway", "Gateway help line", ["chat", "call"], "tolls",
            "language>=3 and tolls>=3 for 10s; language>=2", "longest-idle",
            60_000, 3_000, 3, 9_000, 20, true, null,
            ["Barrier opened", "Toll explained", "Payment taken", "Tag replaced", "Not ours"]),
        new("kablo-support", "kablo", "Kablo support", ["chat", "call"], "cable",
            "language>=5 and cable>=5 for 15s; language>=3 and cable>=2 for 1m; language>=2", "most-skilled",
            0, 1_000, 40, 8_000, 45, false, null,
            ["Solved at once", "Technician booked", "Equipment replaced", "Known fault", "Customer calls back"]),
        new("kablo-billing", "kablo", "Kablo billing", ["chat", "call", "mail"], "billing",
            "language>=3 and billing>=3 for 30s; language>=2", "best-fit",
            0, 1_000, 60, 8_000, 45, false, null,
            ["Explained", "Credited", "Contract changed", "Moved house", "Wants to leave"]),
        new("pixelforge-players", "pixelforge", "Pixelforge players", ["chat", "message"], "games",
            "language>=5 and games>=5 for 15s; language>=3 and games>=2 for 1m; language>=2", "most-skilled",
            0, 1_000, 60, 7_500, 30, false, null,
            ["Question answered", "Account restored", "Refunded", "Bug reported", "Rules explained"]),
    ];

    /// <summary>Chats on web pages: a key for each page that has one.</summary>
    public sealed record Widget(string Word, string Partner, string Queue, string Name)
    {
        public Guid Id => DemoId.Of("widget", Word);

        public string Key => "demo-" + Word;
    }

    public static readonly IReadOnlyList<Widget> Widgets =
    [
        new("slumber-shop", "slumber", "slumber-advice", "Slumber advice"),
        new("slumber-orders", "slumber", "slumber-orders", "Slumber orders"),
        new("gateway-help", "gateway", "gateway-help", "Gateway help line"),
        new("kablo-help", "kablo", "kablo-support", "Kablo support"),
        new("kablo-billing", "kablo", "kablo-billing", "Kablo billing"),
        new("pixelforge-players", "pixelforge", "pixelforge-players", "Pixelforge players"),
    ];
}
