using Centrala.Server.Organisation;

namespace Centrala.Server.Tests.Organisation;

/// <summary>Against the calendars that the countries' own offices publish.</summary>
public sealed class Public_holidays
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Follow_Easter(int year, string sunday) => Assert.Equal(DateOnly.Parse(sunday), PublicHoliday.Easter(year));

    [Theory]
    [InlineData("PL", 2026, "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26")]
    [InlineData("PL", 2024, "01-01 01-06 03-31 04-01 05-01 05-03 05-19 05-30 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("GB", 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData("ES", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25")]
    [InlineData("PT", 2026, "01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("TR", 2026, "01-01 03-20 03-21 03-22 04-23 05-01 05-19 05-27 05-28 05-29 05-30 07-15 08-30 10-29")]
    public void Are_those_of_the_country(string country, int year, string days) => Assert.Equal(
        days, string.Join(' ', PublicHoliday.Of(country, year)!.Select(day => day.Date.ToString("MM-dd"))));

    [Fact]
    public void Are_given_for_no_year_or_country_that_is_not_known()
    {
        Assert.Null(PublicHoliday.Of("PL", PublicHoliday.LastYear + 1));
        Assert.Null(PublicHoliday.Of("XX", 2026));
        Assert.All(PublicHoliday.Countries, country => Assert.All(
            Enumerable.Range(PublicHoliday.FirstYear, PublicHoliday.LastYear - PublicHoliday.FirstYear + 1),
            year => Assert.True(PublicHoliday.Of(country, year)!.Count >= 8)));
    }
}
