namespace Centrala.Server.Workforce.Planning;

/// <summary>How far a forecast is: one line of the answer. The last line has the result.</summary>
public sealed record ForecastStep(int Done, int Of, ForecastView? Result);

/// <summary>What will come, what came, and how far the same methods were off before.</summary>
/// <param name="Starts">When each slot begins, like 09:30, by the clock of the queue.</param>
/// <param name="Method">As <c>forecast</c> names it; several joined by " + " are their mean.</param>
/// <param name="PastWapePct">Off by so much at earlier origins; null while there is too little history.</param>
/// <param name="PoissonFloorPct">What chance alone would leave.</param>
/// <param name="CoveragePct">Share of what came, in the back-test, that lay in the 80 % interval.</param>
/// <param name="Past">The last weeks as they came.</param>
/// <param name="Tested">The last weeks as they would have been forecast, each from the day on which its week began.</param>
/// <param name="Days">The forecast.</param>
/// <param name="HandleSeconds">The queue's mean of the last weeks; null where it is not known.</param>
/// <param name="Like">How large the queue is beside the one whose history this is; null where that is its own.</param>
public sealed record ForecastView(
    IReadOnlyList<string> Starts, int SlotMinutes, string Method, double? PastWapePct, double PoissonFloorPct, double? CoveragePct,
    IReadOnlyList<ForecastDay> Past, IReadOnlyList<ForecastDay> Tested, IReadOnlyList<ForecastDay> Days,
    IReadOnlyList<MethodView> Methods, IReadOnlyList<OutlierView> Outliers, IReadOnlyList<string> Gaps, double? HandleSeconds,
    LikeView? Like);

/// <param name="Level">Contacts for each one of the other queue.</param>
/// <param name="Doubt">Relative standard error of the level.</param>
/// <param name="Days">In common.</param>
public sealed record LikeView(double Level, double Doubt, int Days);

/// <summary>A day; its lists have one value a slot. Null: nothing is known, or nothing can be said.</summary>
/// <param name="Low">Four in five lie between this and <paramref name="High"/>; null for what came.</param>
public sealed record ForecastDay(
    DateOnly Date, IReadOnlyList<double?> Values, IReadOnlyList<double?>? Low, IReadOnlyList<double?>? High);

/// <summary>How one method would have done in the back-test.</summary>
public sealed record MethodView(string Name, double? WapePct, double? SmapePct, double? Mase, bool Chosen);

/// <param name="Start">Null for a whole day.</param>
public sealed record OutlierView(DateOnly Date, string? Start, double Came, double Expected);
