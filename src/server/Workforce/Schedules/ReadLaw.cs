using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>The law of a plan: a country's code, or a group with what a collective agreement changes of it.</summary>
static class ReadLaw
{
    public static LabourLaw From(Entry? law)
    {
        if (law is null) return LabourLaw.None;
        if (!law.IsMap) return Named(law);
        var fields = law.Fields("country", "rest", "shift", "week", "week_rest", "days_in_a_row");
        var named = fields["country"] is { } country ? Named(country) : LabourLaw.None;
        return named with
        {
            Rest = Minutes("rest") ?? named.Rest,
            Shift = Minutes("shift") ?? named.Shift,
            Week = Minutes("week") ?? named.Week,
            WeekRest = Minutes("week_rest") ?? named.WeekRest,
            DaysInARow = fields["days_in_a_row"]?.Whole(1, 366) ?? named.DaysInARow,
        };

        int? Minutes(string name) => (int?)fields[name]?.Time(mayBeZero: true).TotalMinutes;
    }

    static LabourLaw Named(Entry country) => country.Is("none") ? LabourLaw.None
        : LabourLaw.All.FirstOrDefault(law => country.Is(law.Country))
            ?? throw country.Expected($"one of {string.Join(", ", LabourLaw.All.Select(law => law.Country))}, none");
}
