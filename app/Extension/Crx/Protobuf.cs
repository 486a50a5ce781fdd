namespace Hotfix.Extension.Crx;

/// <summary>As much of Protocol Buffers' wire format (protobuf.dev, "Encoding") as a CRX header needs: fields of bytes.</summary>
internal static class Protobuf
{
    public static byte[] Field(int number, ReadOnlySpan<byte> value)
    {
        var output = new List<byte>(value.Length + 8);
        AddVarint(output, ((ulong)number << 3) | 2);
        AddVarint(output, (ulong)value.Length);
        output.AddRange(value);

        return [.. output];
    }

    /// <summary>The fields of bytes in their order, those of numbers passed over; null where the message is not one.</summary>
    public static List<(int Number, ReadOnlyMemory<byte> Value)>? Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        var at = 0;

        while (at < message.Length)
        {
            if (Varint(message.Span, ref at) is not { } tag || tag >> 3 is 0 or > 0x1FFFFFFF)
            {
                return null;
            }

            ulong? length = (tag & 7) switch
            {
                0 => Varint(message.Span, ref at) is null ? null : 0,
                1 => 8,
                2 => Varint(message.Span, ref at),
                5 => 4,
                _ => null,
            };

            if (length is null || length > (ulong)(message.Length - at))
            {
                return null;
            }

            if ((tag & 7) == 2)
            {
                fields.Add(((int)(tag >> 3), message.Slice(at, (int)length)));
            }

            at += (int)length;
        }

        return fields;
    }

    private static void AddVarint(List<byte> output, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            output.Add((byte)(value | 0x80));
        }

        output.Add((byte)value);
    }

    private static ulong? Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;

        for (var shift = 0; shift < 64 && at < message.Length; shift += 7)
        {
            var one = message[at++];
            value |= (ulong)(one & 0x7f) << shift;

            if (one < 0x80)
            {
                return value;
            }
        }

        return null;
    }
}
