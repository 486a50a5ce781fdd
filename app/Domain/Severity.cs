namespace Hotfix.Domain;

/// <summary>How bad one report is for one person: P0 critical, P1 high, P2 medium, P3 low.</summary>
internal enum Severity
{
    P0,
    P1,
    P2,
    P3,
}
