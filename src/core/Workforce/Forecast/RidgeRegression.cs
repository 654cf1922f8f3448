namespace Centrala.Core.Workforce.Forecast;

/// <summary>Weighted least squares with a penalty on the size of coefficients.</summary>
/// <remarks>By the normal equations and Cholesky's decomposition: for some dozens of well-scaled columns.</remarks>
sealed class RidgeRegression(int columns)
{
    readonly double[,] products = new double[columns, columns];
    readonly double[] sums = new double[columns];

    /// <param name="row">The values of the columns.</param>
    /// <param name="weight">≥ 0.</param>
    public void Add(ReadOnlySpan<double> row, double value, double weight)
    {
        for (var i = 0; i < columns; i++)
        {
            if (row[i] == 0) continue;
            sums[i] += weight * row[i] * value;
            for (var j = 0; j <= i; j++) products[i, j] += weight * row[i] * row[j];
        }
    }

    /// <param name="penalties">By column; > 0 keeps a column solvable that never varies.</param>
    /// <returns>The coefficients.</returns>
    public double[] Solve(ReadOnlySpan<double> penalties)
    {
        var root = (double[,])products.Clone();
        for (var i = 0; i < columns; i++) root[i, i] += penalties[i];
        for (var i = 0; i < columns; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = root[i, j];
                for (var k = 0; k < j; k++) sum -= root[i, k] * root[j, k];
                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }

        var solution = (double[])sums.Clone();
        for (var i = 0; i < columns; i++)
        {
            for (var k = 0; k < i; k++) solution[i] -= root[i, k] * solution[k];
            solution[i] /= root[i, i];
        }
        for (var i = columns - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < columns; k++) solution[i] -= root[k, i] * solution[k];
            solution[i] /= root[i, i];
        }
        return solution;
    }

    public static double Apply(ReadOnlySpan<double> row, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += row[i] * coefficients[i];
        return sum;
    }
}
