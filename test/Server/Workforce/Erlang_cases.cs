using System.Globalization;
using Centrala.Core.Workforce;
using Centrala.Server.Workforce.Erlang;

namespace Centrala.Server.Tests.Workforce;

public class Erlang_cases
{
    [Fact]
    public void Are_solved_row_by_row_under_their_ids()
    {
        var solved = ErlangCases.Solve("""
            id,model,calls_per_hour,aht_s,patience_s,load_erlang,agents,target_s,note
            B003,B,40,180,,,2,,"two, ""2/5"" exactly"
            C036,C,60,60,,1,2,20,
            A081,A,200,180,120,10,0,20,
            """).ToList();
        Assert.StartsWith("id,model,load_erlang,agents,p_block,p_wait", solved[0]);
        Assert.StartsWith("B003,B,2,2,0.4,", solved[1]);
        Assert.StartsWith("C036,C,1,2,,0.333333333333333", solved[2]);
        var alone = solved[3].Split(',');
        Assert.Equal(["A081", "A", "10", "0", "", "1"], alone[..6]);
        Assert.Equal(120, double.Parse(alone[6], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(0.8464817248906, double.Parse(alone[11], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Say_how_many_agents_each_interval_needs() => Assert.StartsWith(
        "S05,100,107,153,96,94,94,0.8238",
        StaffingCases.Solve("""
            id,calls,interval_s,aht_s,target_s,target_sl,patience_s,shrinkage
            S05,1000,1800,180,20,.8,120,.3
            """).Last());

    [Theory]
    [InlineData("B,40,180,two", "line 2: agents: a number from 0 to 2147483647 was expected, not “two”.")]
    [InlineData("D,40,180,2", "line 2: model: B, C or A was expected, not “D”.")]
    [InlineData("B,-1,180,2", "line 2: calls_per_hour: a number from 0")]
    [InlineData("C,40,180", "line 2: 4 cells were expected, not 3.")]
    [InlineData("C,40,180,3", "line 2: target_s: a number was expected, not “nothing”.")]
    public void Name_the_row_that_is_wrong(string row, string message) => Assert.StartsWith(
        message,
        Assert.Throws<UnreadableInputException>(() => ErlangCases.Solve($"model,calls_per_hour,aht_s,agents\n{row}").ToList()).Message);
}
