using Centrala.Protocols.Sip;
using Xunit;

namespace Centrala.Protocols.Tests.Sip;

public class A_call_that_is_on
{
    static readonly TimeSpan moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Is_put_on_hold_by_another_offer()
    {
        var two = new TwoTelephones();
        var (ana, ben) = two.Talking();
        two.Act(() => ana.Offer(TwoTelephones.Media(4000, SdpDirection.SendOnly), two.Now));
        two.Pass(moment);
        var offer = Assert.Single(two.ToldBen.OfType<OfferArrived>()).Offer!;
        Assert.Equal(SdpDirection.SendOnly, offer.DirectionOf(offer.Media[0]));
        two.Act(() => ben.AnswerOffer(TwoTelephones.Media(5000, SdpDirection.ReceiveOnly), two.Now));
        two.Pass(moment);
        var answer = Assert.Single(two.ToldAna.OfType<OfferAnswered>()).Answer!;
        Assert.Equal(SdpDirection.ReceiveOnly, answer.DirectionOf(answer.Media[0]));
        two.Pass(TimeSpan.FromMinutes(1));
        Assert.True(ana.IsOn && ben.IsOn);
    }

    [Fact]
    public void Stays_as_it_was_when_an_offer_is_refused()
    {
        var two = new TwoTelephones();
        var (ana, ben) = two.Talking();
        two.Act(() => ana.Offer(TwoTelephones.Media(4002), two.Now));
        two.Pass(moment);
        two.Act(() => ben.AnswerOffer(null, two.Now));
        two.Pass(moment);
        Assert.Equal((488, null), two.ToldAna.OfType<OfferAnswered>().Select(one => (one.Status, one.Answer)).Single());
        Assert.True(ana.IsOn);
    }

    [Fact]
    public void Lets_the_called_side_go_first_when_both_want_a_change()
    {
        var two = new TwoTelephones();
        var (ana, ben) = two.Talking();
        two.BenDoes = told => Accept(told, two);
        two.Act(() => ana.Offer(TwoTelephones.Media(4002), two.Now));
        two.Act(() => ben.Offer(TwoTelephones.Media(5002), two.Now));
        two.Pass(moment);
        Assert.Equal(2, two.Said.Count(one => one == "491"));
        two.Pass(TimeSpan.FromMilliseconds(1000));
        Assert.Equal(5002, Assert.Single(two.ToldAna.OfType<OfferArrived>()).Offer!.Media[0].Port);
        two.Act(() => ana.AnswerOffer(TwoTelephones.Media(4000), two.Now));
        two.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(200, Assert.Single(two.ToldAna.OfType<OfferAnswered>()).Status);
        Assert.Equal(200, Assert.Single(two.ToldBen.OfType<OfferAnswered>()).Status);
    }

    [Fact]
    public void Is_refreshed_as_long_as_both_are_there()
    {
        var two = new TwoTelephones(TimeSpan.FromSeconds(90));
        var (ana, ben) = two.Talking();
        two.BenDoes = told => Accept(told, two);
        two.Pass(TimeSpan.FromMinutes(10));
        Assert.True(ana.IsOn && ben.IsOn);
        Assert.InRange(two.Said.Count(one => one == "INVITE"), 12, 16);
    }

    [Fact]
    public void Is_lost_for_both_once_nothing_gets_through()
    {
        var two = new TwoTelephones(TimeSpan.FromSeconds(90));
        two.Talking();
        two.Loses = () => true;
        two.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(CallEnd.Lost, Assert.Single(two.ToldAna.OfType<CallEnded>()).Why);
        Assert.Equal(CallEnd.Lost, Assert.Single(two.ToldBen.OfType<CallEnded>()).Why);
    }

    [Fact]
    public void Is_transferred_and_the_asker_told_how_that_goes()
    {
        var two = new TwoTelephones();
        var (ana, ben) = two.Talking();
        two.Act(() => ana.Transfer(new("carl", "192.0.2.33"), null, two.Now));
        two.Pass(moment);
        Assert.Equal("sip:carl@192.0.2.33", Assert.Single(two.ToldBen.OfType<TransferAsked>()).To.Uri.ToString());
        two.Act(() => ben.TellTransfer(180, two.Now));
        two.Pass(moment);
        two.Act(() => ben.TellTransfer(200, two.Now));
        two.Pass(moment);
        Assert.Equal([180, 200], two.ToldAna.OfType<TransferProgressed>().Select(one => one.Status));
    }

    [Fact]
    public void Can_be_taken_the_place_of()
    {
        var two = new TwoTelephones();
        var (ana, ben) = two.Talking();
        two.Act(() => ana.Transfer(new("carl", "192.0.2.33"), ana, two.Now));
        two.Pass(moment);
        var to = (SipUri)two.ToldBen.OfType<TransferAsked>().Single().To.Uri;
        Assert.Equal(ana.Replaces, Uri.UnescapeDataString(to.Headers["Replaces=".Length..]));
        Assert.Equal(ana.Replaces!.Split(';')[0], ben.CallId);
    }

    static void Accept(CallEvent told, TwoTelephones two)
    {
        if (told is OfferArrived arrived) arrived.Call.AnswerOffer(TwoTelephones.Media(5000), two.Now);
    }
}
