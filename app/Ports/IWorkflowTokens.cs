using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// The tokens that GitHub gives to the runs of workflows. Believed are those alone that the issuer signed, for us, and that are good now.
/// <para>Source: GitHub docs, "OpenID Connect reference"; RFC 7519, RFC 7515, RFC 7517; OpenID Connect Discovery 1.0.</para>
/// </summary>
internal interface IWorkflowTokens
{
    /// <summary>Reads a token. It is never repeated in a sentence, a log or an exception.</summary>
    /// <exception cref="UnavailableException">The issuer's keys cannot be had right now.</exception>
    Task<TokenReading> ReadAsync(string token, CancellationToken cancellationToken);
}

/// <param name="Objection">Which part of the token is wrong, as it follows "The token is not believed: "; null where none is.</param>
internal sealed record TokenReading(WorkflowClaims? Claims, string? Objection);
