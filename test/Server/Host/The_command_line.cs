using Centrala.Server.Host;

namespace Centrala.Server.Tests.Host;

public sealed class The_command_line
{
    [Fact]
    public void Wins_over_the_environment()
    {
        var options = Options.Read(["--port", "9000", "--data=/srv/centrala"], name => name == "CENTRALA_PORT" ? "7000" : null);
        Assert.Equal(9000, options.Port);
        Assert.Equal("/srv/centrala", options.DataFolder);
    }

    [Fact]
    public void Takes_what_the_environment_says() =>
        Assert.Equal(7000, Options.Read([], name => name == "CENTRALA_PORT" ? "7000" : null).Port);

    [Fact]
    public void Keeps_files_apart_from_options() =>
        Assert.Equal(["a.zip"], Options.Read(["--port", "1", "a.zip"], _ => null).Files);

    [Theory]
    [InlineData("--prot", "80")]
    [InlineData("--port")]
    public void Refuses_what_it_does_not_know_or_what_lacks_a_value(params string[] arguments) =>
        Assert.Throws<OptionsException>(() => Options.Read(arguments, _ => null));

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("eighty")]
    public void Refuses_a_port_that_is_none(string port) =>
        Assert.Throws<OptionsException>(() => Options.Read(["--port", port], _ => null).Port);

    [Fact]
    public void Reads_networks_and_refuses_what_is_none()
    {
        Assert.Equal(2, Options.Read(["--trusted-proxies", "10.0.0.0/8, fd00::/8"], _ => null).TrustedProxies.Count);
        Assert.Throws<OptionsException>(() => Options.Read(["--trusted-proxies", "proxy"], _ => null).TrustedProxies);
    }
}
