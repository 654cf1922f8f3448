namespace Centrala.Server.Demo;

/// <summary>Tells whoever started the demo as whom to come in.</summary>
static class LogIns
{
    public static IEnumerable<string> Lines(Uri address)
    {
        yield return "";
        yield return $"Lighthouse Care is open. Everybody's password: {CompanyPeople.Password}";
        yield return "";
        foreach (var (login, what) in Suggested)
            yield return $"  {login + "@" + CompanyPeople.Domain,-28} {what}";
        yield return "";
        yield return $"  Staff sign in at    {new Uri(address, "/")}";
        foreach (var partner in ShopPage.Partners)
            yield return $"  Be a customer at    {new Uri(address, "/demo/" + partner)}";
        yield return "";
    }

    static readonly IReadOnlyList<(string Login, string What)> Suggested =
    [
        ("ana", "agent: Polish and English, mattresses and games"),
        ("emre", "agent: Turkish and English, cable and games"),
        ("camille", "agent: French and English, games"),
        ("helena", "lead of team Lantern"),
        ("oskar", "planner"),
        ("renata", "quality"),
        ("joanna", "viewer of the partner Slumber"),
        ("admin", "administrator"),
    ];
}
