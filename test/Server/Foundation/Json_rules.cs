using System.Text.Json;

namespace Centrala.Server.Tests.Foundation;

public sealed class Json_rules
{
    static readonly JsonSerializerOptions rules = Rules();

    [Fact]
    public void Let_a_nullable_or_defaulted_value_be_missing() =>
        Assert.Equal(new Sample("a", 1, null, null, 7), Read("""{"name":"a","count":1}"""));

    [Theory]
    [InlineData("""{"count":1}""")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":null,"count":1}""")]
    [InlineData("""{"name":"a","count":null}""")]
    public void Refuse_what_lacks_a_value(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Write_and_read_words_of_a_list_in_kebab_case()
    {
        Assert.Equal("\"see-floor\"", JsonSerializer.Serialize(Permission.SeeFloor, rules));
        Assert.Equal(Permission.SeeFloor, JsonSerializer.Deserialize<Permission>("\"see-floor\"", rules));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Permission>("3", rules));
    }

    static Sample? Read(string json) => JsonSerializer.Deserialize<Sample>(json, rules);

    static JsonSerializerOptions Rules()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonRules.Apply(options);
        return options;
    }

    sealed record Sample(string Name, int Count, string? Note, int? Size, int Weight = 7);
}
