using System.Numerics;

namespace Centrala.Core.Workforce.Schedules.Covering;

/// <summary>
/// The cover with fractions of people allowed, by the dual simplex: every basic quantity is written as a constant and a sum over
/// those at zero. A limit on a tour is one more row, after which few exchanges make it whole again.
/// </summary>
sealed class Relaxation
{
    const double Tiny = 1e-9, Feasible = 1e-7;

    /// <summary>Costs are lowered by up to this share, each by another one, so that no two exchanges are alike.</summary>
    const double Unlikeness = 1e-7;

    readonly int[] atZero;
    readonly double[] costs;
    readonly List<double[]> rows;
    readonly List<int> basic;
    int quantities;

    /// <summary>Column 0 holds the constants.</summary>
    public Relaxation(CoveringProblem problem)
    {
        var tours = problem.Tours;
        atZero = [-1, .. Enumerable.Range(0, tours.Count)];
        costs = [0, .. tours.Select((tour, number) => tour.Cost * (1 - Unlikeness * Scattered(number)))];
        rows = [.. problem.Required.Select(need => new double[tours.Count + 1])];
        foreach (var (slot, need) in problem.Required.Index()) rows[slot][0] = -need;
        foreach (var (number, tour) in tours.Index())
            foreach (var slot in tour.Slots) rows[slot][number + 1] = 1;
        basic = [.. Enumerable.Range(tours.Count, rows.Count)];
        quantities = tours.Count + rows.Count;
    }

    Relaxation(Relaxation other)
    {
        (atZero, costs, quantities) = ([.. other.atZero], [.. other.costs], other.quantities);
        rows = [.. other.rows.Select(row => (double[])row.Clone())];
        basic = [.. other.basic];
    }

    /// <summary>Once solved: no whole answer within the limits costs less.</summary>
    public double Cost => costs[0];

    public Relaxation Copy() => new(this);

    /// <summary>Once solved: of each tour how many, fractions included.</summary>
    public double[] Counts(int tours)
    {
        var counts = new double[tours];
        foreach (var (row, quantity) in basic.Index())
            if (quantity < tours) counts[quantity] = rows[row][0];
        return counts;
    }

    public void Limit(int tour, int count, bool isFloor)
    {
        var row = new double[costs.Length];
        if (basic.IndexOf(tour) is var place and >= 0) rows[place].CopyTo(row, 0);
        else row[Array.IndexOf(atZero, tour)] = 1;
        row[0] -= count;
        if (!isFloor)
            for (var column = 0; column < row.Length; column++) row[column] = -row[column];
        rows.Add(row);
        basic.Add(quantities++);
    }

    /// <summary>Exchanges until nothing is negative.</summary>
    /// <returns>False: the limits leave no answer, or none below <paramref name="enough"/>.</returns>
    public bool Solve(double enough)
    {
        while (costs[0] < enough)
        {
            var row = Lowest();
            if (rows[row][0] >= -Feasible) return true;
            var column = Cheapest(rows[row]);
            if (column < 0) return false;
            Exchange(row, column);
        }
        return false;
    }

    int Lowest()
    {
        var lowest = 0;
        for (var row = 1; row < rows.Count; row++)
            if (rows[row][0] < rows[lowest][0]) lowest = row;
        return lowest;
    }

    int Cheapest(double[] row)
    {
        var (best, price) = (-1, double.PositiveInfinity);
        for (var column = 1; column < row.Length; column++)
            if (row[column] > Tiny && costs[column] / row[column] < price) (best, price) = (column, costs[column] / row[column]);
        return best;
    }

    void Exchange(int row, int column)
    {
        var pivot = rows[row];
        var by = -1 / pivot[column];
        pivot[column] = -1;
        for (var other = 0; other < pivot.Length; other++) pivot[other] *= by;
        (basic[row], atZero[column]) = (atZero[column], basic[row]);
        for (var other = 0; other < rows.Count; other++)
            if (other != row) Replace(rows[other], pivot, column);
        Replace(costs, pivot, column);
    }

    static void Replace(double[] row, double[] pivot, int column)
    {
        var times = row[column];
        if (times == 0) return;
        row[column] = 0;
        var place = 0;
        for (; place <= row.Length - Vector<double>.Count; place += Vector<double>.Count)
            (new Vector<double>(row, place) + times * new Vector<double>(pivot, place)).CopyTo(row, place);
        for (; place < row.Length; place++) row[place] += times * pivot[place];
    }

    static double Scattered(int number) => (uint)(number * 0x9E3779B1) / (double)uint.MaxValue;
}
