namespace Hotfix.Extension.Zip;

/// <summary>CRC-32 as zip has it (APPNOTE 4.4.7; polynomial 0xEDB88320), eight bytes a step. The framework has it only in a package of its own.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = Create();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;

        while (bytes.Length >= 8)
        {
            var low = BitConverter.ToUInt32(bytes) ^ crc;
            crc = table[0x700 + (low & 0xff)] ^ table[0x600 + ((low >> 8) & 0xff)] ^ table[0x500 + ((low >> 16) & 0xff)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + bytes[4]] ^ table[0x200 + bytes[5]] ^ table[0x100 + bytes[6]] ^ table[bytes[7]];
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
        {
            crc = (crc >> 8) ^ table[(byte)(crc ^ one)];
        }

        return ~crc;
    }

    private static uint[] Create()
    {
        var table = new uint[8 * 256];

        for (var one = 0u; one < 256; one++)
        {
            var crc = one;

            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            table[one] = crc;
        }

        for (var at = 256; at < table.Length; at++)
        {
            table[at] = (table[at - 256] >> 8) ^ table[(byte)table[at - 256]];
        }

        return table;
    }
}
