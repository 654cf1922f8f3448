using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>The codes of a person's authenticator app.</summary>
sealed class SecondFactor(InstallationKey key)
{
    readonly SealedSecret box = new(key.For("second factor"));

    public byte[] Seal(byte[] secret, Guid person) => box.Seal(secret, person);

    /// <summary>Uses up a code. Of two requests with the same code one wins, also when they come at once.</summary>
    /// <param name="work">Its transaction must be committed for the code to be spent.</param>
    public async Task<bool> Spend(Work work, Guid person, string code, DateTimeOffset now)
    {
        var row = await work.Single<Row>(
            "select totp_secret, totp_last_step from credential where person_id = @person for update", new { person });
        if (row?.TotpSecret is not { } sealedSecret) return false;
        var compact = code.Replace(" ", "", StringComparison.Ordinal);
        if (Totp.MatchingStep(box.Open(sealedSecret, person), compact, now, row.TotpLastStep) is not { } step)
            return false;
        await work.Execute(
            "update credential set totp_last_step = @step where person_id = @person", new { step, person });
        return true;
    }

    sealed record Row(byte[]? TotpSecret, long TotpLastStep);
}
