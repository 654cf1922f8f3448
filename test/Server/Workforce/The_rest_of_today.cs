using System.Globalization;
using System.Text;
using Centrala.Server.Host;

namespace Centrala.Server.Tests.Workforce;

public sealed class The_rest_of_today : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    public async Task Is_forecast_unless_nothing_is_left(int rowsToday, int exitCode)
    {
        var text = new StringBuilder("date,start,value\n");
        for (var day = 0; day <= 35; day++)
            for (var slot = 0; slot < (day == 35 ? rowsToday : 2); slot++)
                text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 9, 7).AddDays(day):yyyy-MM-dd},{9 + slot:00}:00,{50 + day % 7}\n");
        await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, await CommandLine.Run(["forecast", file, "--today"]));
    }
}
