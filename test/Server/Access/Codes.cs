using System.Text;
using Centrala.Server.Access;

namespace Centrala.Server.Tests.Access;

public sealed class A_one_time_code
{
    static readonly byte[] secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Is_the_one_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Is_taken_one_step_early_or_late_and_not_two()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var code = Totp.Code(secret, Totp.StepAt(at));
        Assert.Equal(Totp.StepAt(at), Totp.MatchingStep(secret, code, at.AddSeconds(30), 0));
        Assert.Equal(Totp.StepAt(at), Totp.MatchingStep(secret, code, at.AddSeconds(-30), 0));
        Assert.Null(Totp.MatchingStep(secret, code, at.AddSeconds(60), 0));
        Assert.Null(Totp.MatchingStep(secret, code, at.AddSeconds(-60), 0));
    }

    [Fact]
    public void Is_spent_with_all_before_it()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var step = Totp.StepAt(at);
        Assert.Null(Totp.MatchingStep(secret, Totp.Code(secret, step), at, lastUsedStep: step));
        Assert.Null(Totp.MatchingStep(secret, Totp.Code(secret, step - 1), at, lastUsedStep: step));
        Assert.NotNull(Totp.MatchingStep(secret, Totp.Code(secret, step + 1), at, lastUsedStep: step));
    }

    /// <summary>RFC 4648, section 10, without its padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Has_a_secret_that_people_can_type(string bytes, string text) =>
        Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));
}
