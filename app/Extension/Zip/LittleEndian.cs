using System.Buffers.Binary;

namespace Hotfix.Extension.Zip;

/// <summary>Writes numbers, lowest byte first, one after another into an array of the right length.</summary>
internal ref struct LittleEndian(Span<byte> output)
{
    private readonly Span<byte> output = output;

    public int Position { get; private set; }

    public void Add(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(output[Position..], value);
        Position += 2;
    }

    public void Add(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output[Position..], value);
        Position += 4;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output[Position..]);
        Position += bytes.Length;
    }
}
