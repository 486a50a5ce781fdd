using System.Buffers.Binary;
using System.Security.Cryptography;
using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Extension;

/// <summary>CRX3 signing and verifying, beside everybody else who does it.</summary>
public sealed class CrxTests : IDisposable
{
    private static readonly IReadOnlyList<SigningKey> Keys = SigningKey.FromPem(Golden.Pem);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-crx-");

    [Fact]
    public void The_golden_vector_byte_for_byte()
    {
        var crx = CrxFile.Sign(Golden.Zip, Keys);
        var genuine = Genuine(crx);

        Assert.Equal((768, 581u, 593, Golden.Id), (crx.Length, BinaryPrimitives.ReadUInt32LittleEndian(crx.AsSpan(8)), genuine.ZipOffset, genuine.Id));
        Assert.Equal("12ac040aa60230820122300d06092a86", Convert.ToHexStringLower(crx.AsSpan(12, 16)));
        Assert.Equal("0a10e3910779a05489cb9413680ee3880cd5", Convert.ToHexStringLower(CrxHeader.SignedDataOf(Keys[0].PublicKey.Span)));
        Assert.Equal(Golden.CrxSha256, Convert.ToHexStringLower(SHA256.HashData(crx)));
    }

    /// <summary>crx3 makes its own zip: signed again around the same one, ours must be the same file.</summary>
    [Fact]
    public async Task Npm_crx3_makes_the_same_file()
    {
        const string Script = "require(process.argv[1])([process.argv[2] + '/manifest.json'], { keyPath: process.argv[2] + '/key.pem', crxPath: process.argv[2] + '/theirs.crx', zipPath: process.argv[2] + '/theirs.zip' }).then(() => console.log('done'))";
        Write("manifest.json", System.Text.Encoding.UTF8.GetBytes(Files.Manifest));
        Write("key.pem", System.Text.Encoding.ASCII.GetBytes(Golden.Pem));
        var (exitCode, output, error) = await Tool.RunAsync("node", TestContext.Current.CancellationToken, "-e", Script, NodeModules.Package("crx3"), folder.FullName);
        Assert.True(exitCode == 0 && output.Contains("done", StringComparison.Ordinal), error);

        Assert.Equal(Convert.ToHexString(Read("theirs.crx")), Convert.ToHexString(CrxFile.Sign(Read("theirs.zip"), Keys)));
    }

    [Fact]
    public async Task Openssl_verifies_the_raw_parts()
    {
        using var ecdsa = SigningKey.Create(ProofKind.Ecdsa);
        var crx = CrxFile.Sign(Golden.Zip, [Keys[0], ecdsa]);
        var offset = Genuine(crx).ZipOffset;
        var header = CrxHeader.Read(crx.AsMemory(12, offset - 12))!;
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.SignedData.Length);
        Write("signed", [.. "CRX3 SignedData\0"u8, .. length, .. header.SignedData.Span, .. crx.AsSpan(offset)]);

        Assert.Equal([ProofKind.Rsa, ProofKind.Ecdsa], header.Proofs.Select(proof => proof.Kind));

        foreach (var proof in header.Proofs)
        {
            Write("key.der", proof.PublicKey.ToArray());
            Write("signature", proof.Signature.ToArray());
            var (exitCode, output, error) = await Tool.RunAsync(
                "openssl", TestContext.Current.CancellationToken, "dgst", "-sha256", "-verify", PathOf("key.der"), "-keyform", "DER", "-signature", PathOf("signature"), PathOf("signed"));

            Assert.Equal((0, "Verified OK"), (exitCode, output.Trim() + error.Trim()));
        }
    }

    [Fact]
    public void Several_keys_sign_and_the_first_gives_the_id()
    {
        using var ecdsa = SigningKey.Create(ProofKind.Ecdsa);
        using var rsa = SigningKey.Create(ProofKind.Rsa);

        Assert.Equal(Golden.Id, Genuine(CrxFile.Sign(Golden.Zip, [Keys[0], ecdsa, rsa])).Id);
        Assert.Equal(ExtensionId.Of(ecdsa.PublicKey.Span), Genuine(CrxFile.Sign(Golden.Zip, [ecdsa, Keys[0]])).Id);
        Assert.Equal(3, Genuine(CrxFile.Sign(Golden.Zip, [Keys[0], ecdsa, rsa])).Proofs.Count);
        Assert.Equal(ExtensionId.Of(ecdsa.PublicKey.Span), Genuine(CrxFile.Sign(Golden.Zip, [ecdsa])).Id);
    }

    [Fact]
    public void Larger_keys_sign_too()
    {
        using var rsa = RSA.Create(4096);
        var keys = SigningKey.FromPem(rsa.ExportRSAPrivateKeyPem());

        Assert.Equal(ExtensionId.Of(rsa.ExportSubjectPublicKeyInfo()), Genuine(CrxFile.Sign(Golden.Zip, keys)).Id);
    }

    [Fact]
    public void A_thousand_mutations_truncations_and_lies_are_refused_without_an_exception()
    {
        using var ecdsa = SigningKey.Create(ProofKind.Ecdsa);
        byte[][] originals = [CrxFile.Sign(Golden.Zip, Keys), CrxFile.Sign(Golden.Zip, [Keys[0], ecdsa])];
        var random = new Random(1);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 1000; round++)
        {
            var crx = (byte[])originals[round % 2].Clone();
            var mutant = random.Next(3) switch
            {
                0 => crx[..random.Next(crx.Length)],
                1 => Lie(crx, random),
                _ => Flip(crx, random),
            };

            Assert.True(CrxFile.Verify(mutant) is CrxVerdict.Refused { Sentence: [.., '.'] }, $"Mutant {round} was taken: {Convert.ToHexString(mutant)}");
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 64 << 20);
    }

    [Theory]
    [InlineData("50 4B 03 04", "This is a bare zip and no CRX: it is not signed.")]
    [InlineData("", "This is no CRX: it does not begin with Cr24.")]
    [InlineData("43 72 32 34 03", "The CRX is cut off within its first 12 bytes.")]
    [InlineData("43 72 32 34 02 00 00 00 00 00 00 00", "The CRX is of version 2: Chrome reads version 3.")]
    [InlineData("43 72 32 34 03 00 00 00 FF FF FF FF", "The CRX is cut off: its header claims 4,294,967,295 bytes, and 0 are there.")]
    [InlineData("43 72 32 34 03 00 00 00 00 00 00 00", "The CRX's header is damaged: it holds no id of 16 bytes.")]
    [InlineData("43 72 32 34 03 00 00 00 01 00 00 00 FF", "The CRX's header is damaged: it is not the message that crx3.proto describes.")]
    public void What_is_no_crx_is_told_why(string hex, string sentence) =>
        Assert.Equal(new CrxVerdict.Refused(sentence), CrxFile.Verify(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void A_package_changed_after_signing_is_told()
    {
        var crx = CrxFile.Sign(Golden.Zip, Keys);
        crx[^1] ^= 1;

        Assert.Equal(new CrxVerdict.Refused("Signature 1 of 1 in the CRX is wrong: the package was changed after it was signed, or the signature is not its key's."), CrxFile.Verify(crx));
    }

    [Fact]
    public void Somebody_elses_key_does_not_make_the_id()
    {
        using var other = SigningKey.Create(ProofKind.Ecdsa);
        var signedData = CrxHeader.SignedDataOf(Keys[0].PublicKey.Span);
        var proof = new CrxProof(ProofKind.Ecdsa, other.PublicKey, other.Sign(CrxFile.Digest(signedData, Golden.Zip)));

        Assert.Equal(new CrxVerdict.Refused($"The CRX says it is {Golden.Id}, and no signature in it is by that extension's key."), CrxFile.Verify(Around(new CrxHeader([proof], signedData))));
    }

    [Fact]
    public void One_wrong_signature_among_right_ones_is_refused()
    {
        using var other = SigningKey.Create(ProofKind.Rsa);
        var crx = CrxFile.Sign(Golden.Zip, Keys);
        var header = CrxHeader.Read(crx.AsMemory(12, 581))!;

        Assert.StartsWith(
            "Signature 2 of 2", ((CrxVerdict.Refused)CrxFile.Verify(Around(header with { Proofs = [header.Proofs[0], new(ProofKind.Rsa, other.PublicKey, other.Sign(new byte[32]))] }))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_signatures_are_not_looked_at()
    {
        var header = CrxHeader.Read(CrxFile.Sign(Golden.Zip, Keys).AsMemory(12, 581))!;

        Assert.Equal(
            new CrxVerdict.Refused("The CRX has 600 signatures; 16 is the most that is looked at."),
            CrxFile.Verify(Around(header with { Proofs = [.. Enumerable.Repeat(header.Proofs[0], 600)] })));
    }

    [Fact]
    public void Another_curve_than_p256_is_refused_in_a_crx()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var key = curve.ExportSubjectPublicKeyInfo();
        var signedData = CrxHeader.SignedDataOf(key);
        var proof = new CrxProof(ProofKind.Ecdsa, key, curve.SignHash(CrxFile.Digest(signedData, Golden.Zip), DSASignatureFormat.Rfc3279DerSequence));

        Assert.StartsWith("Signature 1 of 1", ((CrxVerdict.Refused)CrxFile.Verify(Around(new CrxHeader([proof], signedData)))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_come_in_every_usual_form()
    {
        using var rsa = RSA.Create(2048);
        using var rsaToo = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var ecdsaToo = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] pems = [rsa.ExportPkcs8PrivateKeyPem(), rsaToo.ExportRSAPrivateKeyPem(), ecdsa.ExportPkcs8PrivateKeyPem(), ecdsaToo.ExportECPrivateKeyPem()];

        Assert.All(pems, pem => Assert.Single(SigningKey.FromPem(pem)));
        Assert.All(pems, pem => Assert.Single(SigningKey.FromPem(pem.Replace("\n", @"\n", StringComparison.Ordinal))));
        Assert.Equal([ProofKind.Rsa, ProofKind.Rsa, ProofKind.Ecdsa, ProofKind.Ecdsa], SigningKey.FromPem(string.Join("\n", pems)).Select(key => key.Kind));
    }

    public static TheoryData<string, string> UnfitKeys()
    {
        using var small = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        const string CutOff = "One of several signing keys is cut off or damaged: each is a whole block of PEM, from -----BEGIN to -----END.";

        return new()
        {
            { rsa.ExportPkcs8PrivateKeyPem() + "\n" + Golden.Pem[..400], CutOff },
            { Golden.Pem[..400] + "\n" + rsa.ExportPkcs8PrivateKeyPem(), CutOff },
            { rsa.ExportPkcs8PrivateKeyPem() + "\n" + rsa.ExportRSAPrivateKeyPem(), "The same signing key is there twice: each signs once." },
            { "secret", "The signing key is not PEM (-----BEGIN PRIVATE KEY----- and so on)." },
            { "", "The signing key is not PEM (-----BEGIN PRIVATE KEY----- and so on)." },
            { small.ExportPkcs8PrivateKeyPem(), "The signing key has 1024 bits: an RSA key has at least 2048." },
            { curve.ExportPkcs8PrivateKeyPem(), "The signing key is on another curve than P-256, the only one that Chrome verifies." },
            { rsa.ExportSubjectPublicKeyInfoPem(), "The signing key is a public one: signing takes the private key." },
            { rsa.ExportEncryptedPkcs8PrivateKeyPem("x", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)), "The signing key is encrypted: give it as it is inside, from a secret or a pipe." },
            { "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----", "The signing key is neither RSA nor ECDSA in PEM (PKCS#8, PKCS#1 or SEC 1, unencrypted)." },
            { "-----BEGIN DIARY-----\nc2VjcmV0\n-----END DIARY-----", "The signing key is neither RSA nor ECDSA in PEM (PKCS#8, PKCS#1 or SEC 1, unencrypted)." },
        };
    }

    [Theory]
    [MemberData(nameof(UnfitKeys), DisableDiscoveryEnumeration = true)]
    public void A_key_that_does_not_fit_is_told_without_quoting_it(string pem, string sentence)
    {
        var wrong = Assert.Throws<ExtensionException>(() => SigningKey.FromPem(pem));

        Assert.Equal(sentence, wrong.Message);
        Assert.Null(wrong.InnerException);
    }

    [Fact]
    public void A_key_shows_nothing_of_itself() => Assert.Equal("(private key)", $"{Keys[0]}");

    [Fact]
    public void An_unsigned_zip_is_left_as_it_is_inside() => Assert.Equal(Golden.Zip, CrxFile.Zip(CrxFile.Sign(Golden.Zip, Keys)).ToArray());

    public void Dispose() => folder.Delete(recursive: true);

    private static CrxVerdict.Genuine Genuine(byte[] crx) => Assert.IsType<CrxVerdict.Genuine>(CrxFile.Verify(crx));

    private static byte[] Around(CrxHeader header)
    {
        var bytes = header.Write();
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);

        return [.. "Cr24"u8, 3, 0, 0, 0, .. length, .. bytes, .. Golden.Zip];
    }

    private static byte[] Flip(byte[] crx, Random random)
    {
        var first = random.Next(crx.Length);

        for (var at = first; at < Math.Min(crx.Length, first + random.Next(1, 5)); at++)
        {
            crx[at] ^= (byte)random.Next(1, 256);
        }

        return crx;
    }

    /// <summary>Another length of the header: near the true one, or anything.</summary>
    private static byte[] Lie(byte[] crx, Random random)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(crx.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(crx.AsSpan(8), random.Next(2) == 0 ? length + (uint)random.Next(1, 40) - 50 : (uint)random.NextInt64(length + 1, uint.MaxValue));

        return crx;
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    private byte[] Read(string name) => File.ReadAllBytes(PathOf(name));
}
