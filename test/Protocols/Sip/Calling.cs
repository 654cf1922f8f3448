using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class A_call
{
    static readonly TimeSpan moment = TimeSpan.FromMilliseconds(100);

    readonly TwoTelephones two = new();

    [Fact]
    public void Rings_is_taken_and_ends_for_both_when_either_hangs_up()
    {
        two.AnaCalls();
        two.Pass(moment);
        two.Act(() => two.Arrived.Ring(180, null, two.Now));
        two.Pass(moment);
        var taken = two.BenTakes();
        two.Pass(moment);
        two.Act(() => taken.HangUp(two.Now));
        two.Pass(moment);
        Assert.Equal(["INVITE", "100", "180", "200", "ACK", "BYE", "200"], two.Said);
        Assert.Equal(180, Assert.Single(two.ToldAna.OfType<CallRinging>()).Status);
        Assert.Equal(5000, Assert.Single(two.ToldAna.OfType<CallAnswered>()).Answer!.Media[0].Port);
        Assert.Single(two.ToldBen.OfType<CallEstablished>());
        Assert.Equal(CallEnd.Theirs, Ended(two.ToldAna).Why);
        Assert.Equal(CallEnd.Ours, Ended(two.ToldBen).Why);
        NothingStaysOpen();
    }

    [Theory]
    [InlineData(486)]
    [InlineData(302)]
    [InlineData(603)]
    public void Is_refused_with_the_status_that_the_called_side_gives(int status)
    {
        two.AnaCalls();
        two.Pass(moment);
        two.Act(() => two.Arrived.Refuse(status, two.Now));
        two.Pass(moment);
        Assert.Equal((CallEnd.Refused, status), (Ended(two.ToldAna).Why, Ended(two.ToldAna).Status));
        NothingStaysOpen();
    }

    [Fact]
    public void Is_given_up_before_it_is_answered()
    {
        var call = two.AnaCalls();
        two.Pass(moment);
        two.Act(() => call.HangUp(two.Now));
        two.Pass(moment);
        Assert.Equal(["INVITE", "100", "CANCEL", "200", "487", "ACK"], two.Said);
        Assert.Equal(CallEnd.Cancelled, Ended(two.ToldBen).Why);
        Assert.Equal(CallEnd.Ours, Ended(two.ToldAna).Why);
        NothingStaysOpen();
    }

    [Fact]
    public void Given_up_before_any_response_is_cancelled_with_the_first_one()
    {
        var call = two.AnaCalls();
        two.Act(() => call.HangUp(two.Now));
        two.Pass(moment);
        Assert.Equal(["INVITE", "100", "CANCEL", "200", "487", "ACK"], two.Said);
        NothingStaysOpen();
    }

    [Fact]
    public void Whose_answer_crosses_its_cancel_is_acknowledged_and_hung_up()
    {
        var call = two.AnaCalls();
        two.Pass(moment);
        two.BenTakes();
        two.Act(() => call.HangUp(two.Now));
        two.Pass(moment);
        Assert.Equal(CallEnd.Ours, Ended(two.ToldAna).Why);
        Assert.Equal(CallEnd.Theirs, Ended(two.ToldBen).Why);
        Assert.Equal(1, two.Said.Count(one => one == "BYE"));
        NothingStaysOpen();
    }

    [Fact]
    public void Whose_answer_is_never_acknowledged_is_lost()
    {
        two.AnaCalls();
        two.Pass(moment);
        two.Loses = () => two.Said[^1] == "ACK";
        two.BenTakes();
        two.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal(CallEnd.Lost, Ended(two.ToldBen).Why);
        Assert.Equal(CallEnd.Theirs, Ended(two.ToldAna).Why);
    }

    [Fact]
    public void Takes_the_first_answer_of_a_fork_and_hangs_up_on_the_others()
    {
        byte[]? second = null;
        two.BenDoes = told =>
        {
            if (told is CallArrived arrived) second = Forked(arrived.Invite);
        };
        two.Talking();
        two.Act(() => two.Ana.Receive(second!, Side.Peer, two.Now));
        two.Pass(moment);
        Assert.Single(two.ToldAna.OfType<CallAnswered>());
        Assert.Equal(["ACK", "BYE"], two.Said.Skip(4).Take(2));
        Assert.Empty(two.ToldAna.OfType<CallEnded>());
    }

    [Fact]
    public void Is_heard_before_its_answer_reliably()
    {
        two.AnaCalls();
        two.Pass(moment);
        two.Act(() => two.Arrived.Ring(183, TwoTelephones.Media(5000), two.Now));
        two.Act(() => two.Arrived.Answer(TwoTelephones.Media(5000), two.Now));
        two.Pass(moment);
        Assert.Equal(["INVITE", "100", "183", "PRACK", "200", "200", "ACK"], two.Said);
        Assert.Equal(5000, Assert.Single(two.ToldAna.OfType<CallRinging>()).Answer!.Media[0].Port);
        two.Pass(TimeSpan.FromSeconds(40));
        Assert.Empty(two.ToldAna.OfType<CallEnded>());
    }

    [Fact]
    public void Without_an_offer_takes_that_of_the_called_side()
    {
        two.AnaCalls(offers: false);
        two.Pass(moment);
        Assert.Null(two.ToldBen.OfType<CallArrived>().Single().Offer);
        two.BenTakes();
        two.Pass(moment);
        Assert.NotNull(two.ToldAna.OfType<CallAnswered>().Single().Answer);
    }

    [Fact]
    public void Is_not_ended_by_a_bye_that_guesses()
    {
        two.Talking();
        two.SendToBen(SipWriter.Write(Forged("BYE")));
        two.Pass(moment);
        Assert.Empty(two.ToldBen.OfType<CallEnded>());
        Assert.Contains("481", two.Said);
    }

    [Fact]
    public void That_nobody_answers_is_given_up()
    {
        two.Loses = () => true;
        two.AnaCalls();
        two.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal((CallEnd.Refused, 408), (Ended(two.ToldAna).Why, Ended(two.ToldAna).Status));
        NothingStaysOpen();
    }

    /// <summary>One in five datagrams is lost: every call is set up, changed and ended all the same.</summary>
    [Fact]
    public void Comes_about_on_a_bad_line()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var line = new TwoTelephones();
            var dice = new Random(seed);
            line.Loses = () => dice.Next(5) == 0;
            line.BenDoes = told => Obliging(told, line);
            var call = line.AnaCalls();
            line.Pass(TimeSpan.FromSeconds(30));
            if (!call.IsOn) continue;
            line.Act(() => call.HangUp(line.Now));
            line.Pass(TimeSpan.FromMinutes(2));
            Assert.True(call.IsOver && line.ToldBen.OfType<CallEnded>().Any(), $"seed {seed}: {string.Join(' ', line.Said)}");
            Assert.Equal((seed, 0, 0), (seed, line.Ana.Open, line.Ben.Open));
        }
    }

    static void Obliging(CallEvent told, TwoTelephones line)
    {
        if (told is CallArrived arrived) arrived.Call.Answer(TwoTelephones.Media(5000), line.Now);
    }

    static CallEnded Ended(List<CallEvent> told) => Assert.Single(told.OfType<CallEnded>());

    static byte[] Forked(SipRequest invite)
    {
        var response = invite.Answer(200, "another")!;
        response.Headers.Set("Via", invite.TopVia);
        response.Headers.Add("Contact", "<sip:carl@192.0.2.9:5060>");
        return SipWriter.Write(response);
    }

    static SipRequest Forged(string method)
    {
        var request = new SipRequest(method, AddressUri.Parse("sip:192.0.2.9"));
        request.Headers.Add("Via", "SIP/2.0/UDP 192.0.2.66;branch=z9hG4bKforged").Add("From", "<sip:ana@192.0.2.1>;tag=guess")
            .Add("To", "<sip:ben@192.0.2.9>;tag=guess").Add("Call-ID", "guess").Add("CSeq", $"2 {method}");
        return request;
    }

    /// <summary>After the time for stragglers no memory of the call is left.</summary>
    void NothingStaysOpen()
    {
        two.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal((0, 0), (two.Ana.Open, two.Ben.Open));
    }
}
