namespace Centrala.Server.Access;

/// <summary>Why accounts and access refuse.</summary>
static class AccessProblems
{
    public static readonly Problem WrongCredentials = new("wrong-credentials", 401,
        "E-mail address or password is wrong",
        "The address and the password do not belong together. Try again, or ask an administrator for a link to set a "
        + "new password. After several failures sign-in rests for a while.");

    public static readonly Problem SecondFactorNeeded = new("second-factor-needed", 401, "A code is needed",
        "The account asks for a code from the authenticator app as well. Send the same request with the code.");

    public static readonly Problem WrongCode = new("wrong-code", 401, "The code is wrong or was used",
        "The code does not fit or was used already; each works once and for about a minute. Wait for the next one, "
        + "and check the clock of the phone.");

    public static readonly Problem SignInRests = new("sign-in-rests", 429, "Too many failures: sign-in rests",
        "After several failures with this address sign-in rests, each time longer, for 15 minutes at most. "
        + "The header Retry-After says for how many seconds.");

    public static readonly Problem SecureConnectionNeeded = new("secure-connection-needed", 403,
        "A secure connection is needed",
        "Passwords and sessions travel over https only; plain http is let in from the same machine. Use the https "
        + "address, or ask the operator to set up a certificate or a proxy.");

    public static readonly Problem CrossSite = new("cross-site-request", 403, "The request came from another site",
        "The request would change something and did not come from this site's own pages, or lacks the header "
        + "X-Centrala: 1. Nothing was changed. Programs use an API token instead of a cookie.");

    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Too many requests",
        "More requests came from this address than are taken. Nothing was changed. Wait for as many seconds as "
        + "Retry-After says and send the request again.");

    public static readonly Problem LinkSpent = new("link-spent", 410, "The link no longer works",
        "The link was used, has expired or was replaced by a newer one. Ask an administrator for a new one.");

    public static readonly Problem EmailTaken = new("email-taken", 409, "There is an account with this address",
        "An account with this e-mail address exists, perhaps deactivated. Nothing was changed. Use that account.");

    public static readonly Problem LastAdministrator = new("last-administrator", 409,
        "The last administrator must stay",
        "Nobody would be left who can manage people. Nothing was changed. Make somebody else an administrator first.");

    public static readonly Problem SecondFactorSet = new("second-factor-set", 409, "A second factor is set up already",
        "The account has an authenticator app. Nothing was changed. Remove it first to set up another.");

    public static readonly Problem KeyReused = new("idempotency-key-reused", 422,
        "The key was used for another request",
        "The Idempotency-Key came before with another path or body. Nothing was changed. Use a new key for a new request.");

    public static readonly Problem KeyInProgress = new("request-in-progress", 409,
        "The same request is being worked on",
        "A request with this Idempotency-Key is running. Ask again in a moment to get its answer.");

    public static readonly Problem OutcomeUnknown = new("outcome-unknown", 409,
        "What became of the request is not known",
        "A request with this Idempotency-Key was started and its answer was never recorded, as after a crash. It is not "
        + "done a second time. Look whether it took effect; if not, send it with a new key.");

    public static readonly Problem InvalidKey = new("idempotency-key-invalid", 400, "The Idempotency-Key is not valid",
        "The key must have 1 to 100 visible ASCII characters, and the request a body of at most 256 KiB. "
        + "Nothing was changed.");
}
