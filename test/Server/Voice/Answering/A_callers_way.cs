using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Answering;

namespace Centrala.Server.Tests.Voice.Answering;

/// <summary>What callers go through, without a line: what is told to the walk, and what it wants done.</summary>
public sealed class A_callers_way
{
    static readonly Guid queue = Guid.CreateVersion7(), other = Guid.CreateVersion7(), polish = Guid.CreateVersion7();

    readonly DateTimeOffset start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Waits_in_the_queue_already_while_it_hears_what_stands_before_it()
    {
        var visit = Begin(new SayPrompt("welcome"), new SayPrompt("all-busy"), new WaitInQueue());
        Assert.Equal($"enter {queue}; say welcome", Wants(visit));
        visit.HaveSaid(start);
        Assert.Equal("say all-busy", Wants(visit));
    }

    [Fact]
    public void Hears_what_must_be_heard_before_it_waits()
    {
        var visit = Begin(new SayPrompt("recording", IsWhole: true), new WaitInQueue());
        Assert.Equal("say recording", Wants(visit));
        visit.Press('1', start);
        Assert.Equal("", Wants(visit));
        visit.HaveSaid(start);
        Assert.Equal($"enter {queue}", Wants(visit));
    }

    [Fact]
    public void Hears_each_language_in_itself_and_speaks_the_chosen_one_from_then_on()
    {
        var visit = Begin(new Menu([new("1"), new("2", polish)], "choose"), new SayPrompt("welcome", IsWhole: true), new WaitInQueue());
        Assert.Equal("say choose", Wants(visit));
        visit.Press('2', start);
        Assert.Equal("silence; say welcome in pl", Wants(visit));
        visit.HaveSaid(start);
        Assert.Equal($"enter {queue} in pl", Wants(visit));

        var inItself = Begin(new Menu([new("2", polish)]), new WaitInQueue());
        Assert.Equal("say press-2 in pl", Wants(inItself));
    }

    [Fact]
    public void Goes_on_as_it_is_when_no_key_is_pressed_each_time_it_was_asked()
    {
        var visit = Begin(new Menu([new("1", QueueId: other)], "choose", Seconds: 5, Times: 2), new WaitInQueue());
        foreach (var time in (int[])[0, 5])
        {
            Assert.Equal("say choose", Wants(visit));
            visit.HaveSaid(start.AddSeconds(time));
            visit.TimePassed(start.AddSeconds(time + 4.9));
            Assert.Equal("", Wants(visit));
            visit.TimePassed(start.AddSeconds(time + 5));
        }
        Assert.Equal($"enter {queue}", Wants(visit));
    }

    [Fact]
    public void Is_asked_again_after_a_key_that_means_nothing()
    {
        var visit = Begin(new Menu([new("1", QueueId: other)], "choose"), new WaitInQueue());
        Wants(visit);
        visit.Press('9', start);
        Assert.Equal("silence; say choose", Wants(visit));
        visit.Press('1', start);
        Assert.Equal($"silence; enter {other}", Wants(visit));
    }

    [Fact]
    public void Leaves_a_message_where_the_queue_is_closed_and_waits_where_it_is_open()
    {
        FlowStep[] steps = [new BranchByHours([new TakeVoicemail(SecondsMax: 30)]), new WaitInQueue()];
        var open = Begin(steps);
        Assert.Equal($"open? {queue}", Wants(open));
        open.Hear(true, start);
        Assert.Equal($"enter {queue}", Wants(open));

        var closed = Begin(steps);
        Wants(closed);
        closed.Hear(false, start);
        Assert.Equal("say leave-message beep", Wants(closed));
        closed.HaveSaid(start);
        Assert.Equal("record 30 s", Wants(closed));
        closed.TimePassed(start.AddSeconds(30));
        Assert.Equal($"keep {queue}", Wants(closed));
        closed.Hear(true, start);
        Assert.Equal("say message-kept", Wants(closed));
        closed.HaveSaid(start);
        Assert.Equal("hang up", Wants(closed));
    }

    [Fact]
    public void Keeps_the_message_of_a_caller_who_hangs_up()
    {
        var visit = Begin(new TakeVoicemail());
        Wants(visit);
        visit.HaveSaid(start);
        Wants(visit);
        visit.Stop();
        Assert.Equal($"silence; keep {queue}", Wants(visit));
    }

    [Fact]
    public void Takes_a_centre_that_does_not_answer_for_closed()
    {
        var visit = Begin(new BranchByHours([new EndCall()]), new WaitInQueue());
        Wants(visit);
        visit.TimePassed(start.AddSeconds(10));
        Assert.Equal("say goodbye", Wants(visit));
    }

    [Fact]
    public void Hears_its_place_and_wait_again_and_again()
    {
        var visit = Begin(new WaitInQueue(EverySeconds: 45));
        Wants(visit);
        visit.TimePassed(start.AddSeconds(3));
        Assert.Equal("place?", Wants(visit));
        visit.Hear(new PlaceInLine(3, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4.5)), start.AddSeconds(3));
        Assert.Equal("say position-3 wait-4", Wants(visit));
        visit.HaveSaid(start.AddSeconds(8));
        Assert.Equal("", Wants(visit));
        visit.TimePassed(start.AddSeconds(53));
        Assert.Equal("place?", Wants(visit));
    }

    [Fact]
    public void Hears_nothing_more_while_an_agent_is_asked()
    {
        var visit = Begin(new WaitInQueue(EverySeconds: 10));
        Wants(visit);
        visit.TimePassed(start.AddSeconds(3));
        visit.Hear(new PlaceInLine(1, null, null), start.AddSeconds(3));
        Assert.Equal("place?; say position-1", Wants(visit));
        visit.Offer(start.AddSeconds(4));
        Assert.Equal("silence", Wants(visit));
        visit.TimePassed(start.AddSeconds(60));
        Assert.Equal("", Wants(visit));
        visit.TakeOfferBack();
        visit.TimePassed(start.AddSeconds(70));
        Assert.Equal("place?", Wants(visit));
    }

    [Theory]
    [InlineData(true, "say callback-promised", "hang up")]
    [InlineData(false, "say callback-refused", "")]
    public void Is_called_back_where_the_router_promises_it(bool isPromised, string says, string then)
    {
        var visit = Begin(new WaitInQueue(CallbackKey: "1"));
        Wants(visit);
        visit.Press('1', start.AddSeconds(1));
        Assert.Equal("call back", Wants(visit));
        visit.Hear(isPromised, start.AddSeconds(1));
        Assert.Equal(says, Wants(visit));
        visit.HaveSaid(start.AddSeconds(4));
        Assert.Equal(then, Wants(visit));
    }

    [Fact]
    public void Offers_no_callback_to_who_hides_his_number()
    {
        var visit = new Visit([new WaitInQueue(CallbackKey: "1")], queue, default, TagOf, hasNumber: false);
        visit.Begin(start);
        Wants(visit);
        visit.Press('1', start);
        Assert.Equal("", Wants(visit));
    }

    [Fact]
    public void Ends_where_nothing_comes_after_the_last_step()
    {
        var visit = Begin(new SayPrompt("closed", IsWhole: true));
        Wants(visit);
        visit.HaveSaid(start);
        Assert.Equal("silence; hang up", Wants(visit));
    }

    Visit Begin(params FlowStep[] steps)
    {
        var visit = new Visit(steps, queue, default, TagOf, hasNumber: true);
        visit.Begin(start);
        return visit;
    }

    static string TagOf(Guid language) => language == polish ? "pl" : "en";

    static string Wants(Visit visit)
    {
        var wants = new List<string>();
        while (visit.TryTake(out var deed)) wants.Add(Text(deed!));
        return string.Join("; ", wants);
    }

    static string Text(Deed deed) => deed switch
    {
        Say say => "say " + string.Join(' ', say.Phrases.Select(one => one.Language == "en" ? one.Prompt : $"{one.Prompt} in {one.Language}")),
        BeSilent => "silence",
        EnterQueue enter => $"enter {enter.Queue}{(enter.Language == polish ? " in pl" : "")}",
        AskWhetherOpen asked => $"open? {asked.Queue}",
        AskPlace => "place?",
        PromiseCallback => "call back",
        BeginMessage begin => $"record {begin.AtMost.TotalSeconds} s",
        KeepMessage keep => $"keep {keep.Queue}",
        HangUp => "hang up",
        _ => deed.ToString(),
    };
}
