namespace Hotfix.Extension.Crx;

/// <summary>The two ways of signing that Chrome knows; the numbers are those of the fields in the header.</summary>
internal enum ProofKind
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, though a comment in crx3.proto says PSS (crx_verifier.cc: RSA_PKCS1_SHA256).</summary>
    Rsa = 2,

    /// <summary>ECDSA on P-256 with SHA-256, the signature a DER sequence.</summary>
    Ecdsa = 3,
}
