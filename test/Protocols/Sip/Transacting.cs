using System.Net;
using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class A_request_that_is_sent
{
    readonly Side side = new();

    [Fact]
    public void Is_repeated_at_doubling_gaps_until_half_a_minute_has_passed()
    {
        side.Send("INVITE");
        side.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal([0, 500, 1500, 3500, 7500, 15_500, 31_500], side.Sent.Select(one => one.Ms));
        Assert.Equal(408, Assert.Single(side.Told.OfType<RequestFailed>()).Status);
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Is_repeated_every_four_seconds_at_most_when_it_is_no_invite()
    {
        side.Send("OPTIONS");
        side.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal([0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500], side.Sent.Select(one => one.Ms));
    }

    [Fact]
    public void Is_not_repeated_over_a_connection()
    {
        var stream = new Side(new(SipTransport.Tcp, new(IPAddress.Parse("192.0.2.9"), 5080)));
        stream.Send("INVITE");
        stream.Wait(TimeSpan.FromMinutes(1));
        Assert.Single(stream.Sent);
        Assert.Single(stream.Told.OfType<RequestFailed>());
    }

    [Fact]
    public void Rests_once_it_is_ringing()
    {
        var invite = side.Send("INVITE");
        side.Answer(180, invite);
        side.Wait(TimeSpan.FromMinutes(2));
        Assert.Single(side.Sent);
    }

    [Fact]
    public void Acknowledges_a_refusal_each_time_it_comes()
    {
        var invite = side.Send("INVITE");
        side.Answer(486, invite);
        side.Answer(486, invite);
        Assert.Equal(["INVITE", "ACK", "ACK"], side.Sent.Select(one => one.What));
        Assert.Single(side.Told.OfType<ResponseArrived>());
        var ack = side.Messages[1];
        Assert.Equal((invite.Request.TopVia.Branch, "x1", "ACK"), (ack.TopVia.Branch, ack.To.Tag, ack.CSeq.Method));
        side.Wait(TimeSpan.FromSeconds(32));
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Tells_of_every_2xx_that_a_fork_sends()
    {
        var invite = side.Send("INVITE");
        side.Answer(200, invite, "x1");
        side.Answer(200, invite, "x2");
        side.Answer(200, invite, "x1");
        Assert.Equal(["x1", "x2", "x1"], side.Told.OfType<ResponseArrived>().Select(one => one.Response.To.Tag));
    }

    [Fact]
    public void Can_be_cancelled_only_while_it_is_ringing()
    {
        var invite = side.Send("INVITE");
        Assert.Null(side.Layer.Cancel(invite, side.Now));
        side.Answer(180, invite);
        var cancel = side.Layer.Cancel(invite, side.Now)!;
        Assert.Equal((invite.Request.TopVia, 1L), (cancel.Request.TopVia, cancel.Request.CSeq.Number));
        side.Answer(200, invite);
        Assert.Null(side.Layer.Cancel(invite, side.Now));
    }

    [Fact]
    public void Fails_at_once_when_it_cannot_be_carried()
    {
        side.Send("INVITE");
        side.Layer.TransportFailed(Side.Peer);
        side.Wait(TimeSpan.Zero);
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Is_not_answered_by_a_response_that_names_another_or_two()
    {
        var invite = side.Send("INVITE");
        side.Receive(Corpus.Bytes("sip-rfc4475/bcast.dat"));
        var forged = invite.Request.Answer(200, "x")!;
        forged.Headers.Add("Via", "SIP/2.0/UDP 192.0.2.77;branch=z9hG4bKother");
        side.Receive(SipWriter.Write(forged));
        Assert.Empty(side.Told.OfType<ResponseArrived>());
    }
}

public class A_request_that_arrives
{
    readonly Side side = new();

    [Fact]
    public void Is_told_once_and_answered_as_often_as_it_comes()
    {
        side.Receive("OPTIONS");
        side.Respond(side.Arrived, 200);
        side.Receive("OPTIONS");
        Assert.Single(side.Told);
        Assert.Equal(["200", "200"], side.Sent.Select(one => one.What));
        side.Wait(TimeSpan.FromSeconds(33));
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Is_refused_again_and_again_until_the_refusal_is_acknowledged()
    {
        side.Receive("INVITE");
        side.Respond(side.Arrived, 486);
        side.Wait(TimeSpan.FromSeconds(4));
        side.Receive("ACK");
        side.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal([0, 500, 1500, 3500], side.Sent.Select(one => one.Ms));
        Assert.Empty(side.Told.OfType<AckArrived>());
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Is_given_up_when_no_ack_ever_comes()
    {
        side.Receive("INVITE");
        side.Respond(side.Arrived, 486);
        side.Wait(TimeSpan.FromMinutes(1));
        Assert.Single(side.Told.OfType<AckMissing>());
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Hands_the_ack_of_its_2xx_to_its_user()
    {
        side.Receive("INVITE");
        side.Respond(side.Arrived, 200);
        side.Receive("ACK", "z9hG4bKanother");
        Assert.Single(side.Told.OfType<AckArrived>());
    }

    [Fact]
    public void Is_cancelled_before_its_answer_and_not_after()
    {
        side.Receive("INVITE");
        side.Receive("CANCEL");
        Assert.Same(side.Arrived, Assert.Single(side.Told.OfType<CancelArrived>()).Invite);
        Assert.Equal(["200"], side.Sent.Select(one => one.What));
    }

    [Fact]
    public void Is_not_cancelled_once_it_is_answered()
    {
        side.Receive("INVITE");
        side.Respond(side.Arrived, 200);
        side.Receive("CANCEL");
        Assert.Empty(side.Told.OfType<CancelArrived>());
        Assert.Equal(["200", "200"], side.Sent.Select(one => one.What));
    }

    [Fact]
    public void Whose_cancel_comes_alone_is_unknown()
    {
        side.Receive("CANCEL");
        Assert.Equal(["481"], side.Sent.Select(one => one.What));
    }

    [Fact]
    public void Is_answered_at_the_port_it_came_from_when_it_asks_for_that()
    {
        side.Receive("OPTIONS");
        side.Respond(side.Arrived, 200);
        Assert.Equal("5080", side.Messages[0].TopVia.Parameters["rport"]);
        Assert.Equal("192.0.2.9", side.Messages[0].TopVia.Received);
    }

    [Fact]
    public void With_a_fault_is_refused_and_forgotten()
    {
        side.Receive(Corpus.Bytes("sip-rfc4475/scalar02.dat"));
        side.Receive(Corpus.Bytes("sip-rfc4475/badvers.dat"));
        side.Receive(Corpus.Bytes("sip-rfc4475/insuf.dat"));
        Assert.Equal(["400", "505", "400"], side.Sent.Select(one => one.What));
        Assert.Equal(0, side.Layer.Open);
    }

    [Fact]
    public void Of_a_sender_that_knows_only_the_old_rules_is_known_again()
    {
        side.Receive(Corpus.Bytes("sip-rfc4475/inv2543.dat"));
        side.Receive(Corpus.Bytes("sip-rfc4475/inv2543.dat"));
        Assert.Single(side.Told);
    }
}
