namespace Hotfix.Tests.Extension;

/// <summary>A package, a key and the CRX that Chromium, npm crx3 and Python with OpenSSL agree on. The key is for tests and signs nothing else.</summary>
internal static class Golden
{
    public const string Id = "odjbahhjkafeijmljebdgiaoodiiamnf";

    public const string CrxSha256 = "97cf081be0901c249a569d4c882c44fc48cd3669d8d061475c34172caa7b30fd";

    public static byte[] Zip { get; } = Convert.FromBase64String(
        "UEsDBBQAAAAAAAAAIQAWPVBzMwAAADMAAAANAAAAbWFuaWZlc3QuanNvbnsibWFuaWZlc3RfdmVyc2lvbiI6MywibmFtZSI6IlQiLCJ2ZXJzaW9uIjoiMS4yLjMifVBLAQIUAxQAAAAAAAAAIQAWPVBzMwAAADMAAAANAAAAAAAAAAAAAACkgQAAAABtYW5pZmVzdC5qc29uUEsFBgAAAAABAAEAOwAAAF4AAAAAAA==");

    public const string Pem = """
        -----BEGIN PRIVATE KEY-----
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCk5frrhQin171V
        BnILM0rSccHvzcMYjOe2MigMbhb85A8sdIC6e/MvabaKmyW/r6VYW0DZBsUsPsEj
        GNXbSu7VXaGMQeq4Lm8hc3Hjx2BQW8TZ5cLFJZrDdrRVO2A3LQHnKodpN9KpGw0u
        XURdpvp1zuIuEHla9A+2ind+F98eh/xraG2UgNzzSWYdZd6r0p5DCXbqpI2SPQUW
        iibLZ7bqsx/ShT2h8vrt/KMRHM0NLkRS5C8myIEmzS1shduWDFepuVpC1hWQpY6d
        zIAYr5pvYGByCM+VDhEGihyqPEWv5NWQHzf91XSI7kv1cPG7hDEIXPHLToKHRjb4
        asduuY9rAgMBAAECggEABE0hcfJK6wHkJOshn2wrl/iyq9wsqh/GzYhaZhSbEear
        BKhXUUX5bnOt+MiaP/lHcVoUA3U7QG+0nwM/VNSMDVG/bIatpjdD29YEkwH436+9
        H0fwgC7+bfnTM2P0mwvYAF0qIhL8MkAL5Hk3VtALuXX3jWcNm1NBc6wB+O6LeeLc
        eCtAybynRHb+2mqptXEMHKvSWjRAkcjbc/0mkT0CxreEVb8KMsIs0U5EKCylJoxL
        lL1txLyRaZgueZ5jlvbFVRS/QeIxe2AnnrDP52jzxCuzHE2NzMxR3Keqyqj91LNA
        8IHDsMwjb8gmHcm8o8v3uQ3ae+sqFAn2fcWSH0nVOQKBgQDTMnG+HqannBJ7MWTp
        CMroMgTqwhEccznlB5aOMo/0A1EGgF7OPDJ0gHWemOA08vsn57/siUxuPM0tqarl
        IvvZPe+Ai7gvfBVUKqBhbcrD01PblXa4UKfxchCp96T+SmS02Se2smYYeLliiVe6
        8GppXJPTL3XtefN5Bt5eoJwvswKBgQDH4S0NNMtOtLHkC+X8SP2+pPtovQnt28jp
        Rb65tW8CEJiGmZmtWZD3t7d3tlaaK4EJi2lehOACt3Hf5N6GiEZvUX7GOmGbROmh
        bVebwGeeqLU/JuXJV/+YNWC/PxcX0ltq889qv3FrzJTEl8XjYHYsc1FjOqKY6kZ1
        NEDgLZaFaQKBgGjgA9uFHPzeY88JGDMgSqJDNG3fMOAP2BADVKAIO7PQccvosyt2
        eRehMscu4ydoAZAvZP7wryOOzdR/DH38gVO/jc8nkq8BzxWclUfMXYQgzOOdtPaS
        FtOu8Nd2QliEWL31l+MBc/FzAZwM16Pc/vqTHlUgnE7w4BaZcpNK7kRBAoGBAKvb
        e134f7oreSyn4lX5+FqcBiJ3L3tZVzTjJ+sLCehPlqVcmhrHgPLM/q2qlGm4cBlh
        yfZf7y/GxN2KLp6ju1PpUURlXBkhtnN6zTH4y99KFZS4ACkPRY98jbPCLjvoPXwH
        J9cTxhS28U7bZGVtQg5UFK1p8/XgsTYC+KkH6XzJAoGBAIS2P6/B3EKHqW97btA+
        uBkfw2pkx+27uvo/ZYLuQJCySbbCya3oerPuxY+qQ34HEiAcCgIOVwZcTzO65JGH
        ggMCTvDsHtbi2rGH6lePKwCxpa6tBDwXzk2OnspOzVp4xXbVphfbftdUQRl3/OKQ
        BShivA61sAVSQJgDXJDKR3+b
        -----END PRIVATE KEY-----
        """;
}
