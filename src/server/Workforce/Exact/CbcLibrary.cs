using System.Runtime.InteropServices;

namespace Centrala.Server.Workforce.Exact;

/// <summary>The C interface of CBC, a system library that may be there: docs/decisions/004-cbc-where-present.md.</summary>
static class CbcLibrary
{
    const string Library = "libCbcSolver.so.3";

    static readonly Lazy<bool> loads = new(() => NativeLibrary.TryLoad(Library, out _));

    public static bool IsPresent => loads.Value;

    [DllImport(Library, EntryPoint = "Cbc_newModel")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr NewModel();

    [DllImport(Library, EntryPoint = "Cbc_deleteModel")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void DeleteModel(IntPtr model);

    /// <summary>Columns one after the other; column i has the entries from starts[i] to starts[i + 1].</summary>
    [DllImport(Library, EntryPoint = "Cbc_loadProblem")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void LoadProblem(IntPtr model, int columns, int rows, int[] starts, int[] indices, double[] values,
        double[] columnLower, double[] columnUpper, double[] costs, double[] rowLower, double[] rowUpper);

    [DllImport(Library, EntryPoint = "Cbc_setInteger")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void SetInteger(IntPtr model, int column);

    [DllImport(Library, EntryPoint = "Cbc_setParameter", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void SetParameter(
        IntPtr model, [MarshalAs(UnmanagedType.LPStr)] string name, [MarshalAs(UnmanagedType.LPStr)] string value);

    [DllImport(Library, EntryPoint = "Cbc_setLogLevel")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void SetLogLevel(IntPtr model, int level);

    [DllImport(Library, EntryPoint = "Cbc_solve")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Solve(IntPtr model);

    [DllImport(Library, EntryPoint = "Cbc_isProvenOptimal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int IsProvenOptimal(IntPtr model);

    [DllImport(Library, EntryPoint = "Cbc_isSecondsLimitReached")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int IsSecondsLimitReached(IntPtr model);

    [DllImport(Library, EntryPoint = "Cbc_bestSolution")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr BestSolution(IntPtr model);
}
