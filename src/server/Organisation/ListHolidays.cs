using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>The public holidays of a country in a year, moveable feasts included, for opening calendars.</summary>
static class ListHolidays
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/holidays", Handle).WithName("listHolidays").WithSummary("A country's public holidays in a year")
        .Requires(Permission.ManageOrganisation);

    /// <param name="country">Two capital letters.</param>
    static Results<Ok<IReadOnlyList<PublicHoliday>>, ProblemHttpResult> Handle(string country, int year)
    {
        if (PublicHoliday.Of(country, year) is { } days) return TypedResults.Ok(days);
        var faults = new Faults();
        var known = string.Join(", ", PublicHoliday.Countries);
        faults.Unless(PublicHoliday.Countries.Contains(country), "country", Say($"One of {known}."));
        faults.Range(year, PublicHoliday.FirstYear, PublicHoliday.LastYear, "year");
        return faults.Answer()!;
    }
}
