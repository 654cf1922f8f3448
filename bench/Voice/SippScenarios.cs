using Centrala.Testing.Voice;

namespace Centrala.Bench.Voice;

/// <summary>What sipp plays, with notes of when: a line has a word, seconds, microseconds, and whom it is about.</summary>
static class SippScenarios
{
    /// <summary>Every caller has a number of his own, by which his call is known on both sides.</summary>
    const string OwnNumber = "+482266[call_number]";

    /// <summary>Talks for half a second; then the caller hangs up.</summary>
    public static string HalfASecond => $"{Scenarios.Pause(500)}\n{Scenarios.CallerBye}";

    /// <summary>The other side hangs up.</summary>
    public static string IsHungUp => Scenarios.Hears;

    /// <summary>Talks for a random time, two seconds on average; then the phone hangs up.</summary>
    public static string RandomTalk => $"""
        <pause distribution="uniform" min="500" max="3500"/>
        {Note("frees", "[$agent]")}
        {Scenarios.PhoneBye}
        """;

    public static string Caller(int sound, string then) => $"""
        {Note("calls", OwnNumber)}
        {Scenarios.Call(sound)}
        {then}
        """.Replace($"sip:{Scenarios.Caller}@", $"sip:{OwnNumber}@", StringComparison.Ordinal);

    /// <summary>A call until <see cref="Sipp.Nudge"/>.</summary>
    public static string CallUntilNudged(int sound) => Scenarios.CallUntilNudged(sound);

    public static string Phone(int sound, string then) => $"""
        {Scenarios.PickUp(sound).Replace("</action>", """
            <ereg regexp="sip:([^@]+)@" search_in="msg" assign_to="line,agent"/>
                <gettimeofday assign_to="seconds,micros"/>
                <log message="rings [$seconds] [$micros] [$agent] [$theirs]"/>
              </action>
            """, StringComparison.Ordinal)}
        {then}
        <Reference variables="line,agent,seconds,micros"/>
        """;

    static string Note(string word, string whom) => $"""
        <nop>
          <action>
            <gettimeofday assign_to="seconds,micros"/>
            <log message="{word} [$seconds] [$micros] {whom}"/>
          </action>
        </nop>
        """;
}
