using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Voice.Link;

/// <summary>What a frame is.</summary>
enum FrameKind : byte
{
    Said = 1,
    Asked = 2,
    Answered = 3,
}

/// <param name="Id">Ties an answer to what was asked; empty for what is only said.</param>
readonly record struct Frame(FrameKind Kind, Guid Id, Message? Message);

/// <summary>A frame's bytes: how many follow (4, big-endian), its kind (1), its id (16), its message as JSON.</summary>
static class LinkForm
{
    public const int FrameBytesMax = 32 << 20;

    const int LengthBytes = 4, IdBytes = 16, HeadBytes = LengthBytes + 1 + IdBytes;

    static readonly JsonSerializerOptions rules = new(JsonSerializerDefaults.Web)
    {
        Converters = { new CommandForm() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameMessages } },
    };

    static readonly IReadOnlyList<Type> messages =
        [.. typeof(Message).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Message)) && !type.IsAbstract)];

    public static void Write(in Frame frame, ArrayBufferWriter<byte> to)
    {
        var json = frame.Message is null ? [] : JsonSerializer.SerializeToUtf8Bytes(frame.Message, rules);
        var bytes = to.GetSpan(HeadBytes + json.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes, HeadBytes - LengthBytes + json.Length);
        bytes[LengthBytes] = (byte)frame.Kind;
        frame.Id.TryWriteBytes(bytes[(LengthBytes + 1)..], bigEndian: true, out _);
        json.CopyTo(bytes[HeadBytes..]);
        to.Advance(HeadBytes + json.Length);
    }

    /// <summary>Takes the first frame off.</summary>
    /// <param name="frame">Its message is null when it is of a kind that this program does not know.</param>
    /// <returns>False while there is no whole one.</returns>
    /// <exception cref="InvalidDataException">These are no frames.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> bytes, out Frame frame)
    {
        frame = default;
        if (bytes.Length < HeadBytes) return false;
        Span<byte> head = stackalloc byte[HeadBytes];
        bytes.Slice(0, HeadBytes).CopyTo(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < HeadBytes - LengthBytes or > FrameBytesMax) throw new InvalidDataException("Not a frame of the telephone's link.");
        if (bytes.Length < LengthBytes + length) return false;
        var json = bytes.Slice(HeadBytes, length + LengthBytes - HeadBytes);
        frame = new((FrameKind)head[LengthBytes], new Guid(head[(LengthBytes + 1)..], bigEndian: true), Read(json));
        bytes = bytes.Slice(LengthBytes + length);
        return true;
    }

    static Message? Read(in ReadOnlySequence<byte> json)
    {
        if (json.IsEmpty) return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonSerializer.Deserialize<Message>(ref reader, rules);
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    static void NameMessages(JsonTypeInfo type)
    {
        if (type.Type != typeof(Message)) return;
        type.PolymorphismOptions = new();
        foreach (var message in messages) type.PolymorphismOptions.DerivedTypes.Add(new(message, message.Name));
    }

    /// <summary>A command of the cell in the form of its inbox.</summary>
    sealed class CommandForm : JsonConverter<CellCommand>
    {
        public override CellCommand Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Inbox.Decoded(reader.GetBytesFromBase64());

        public override void Write(Utf8JsonWriter writer, CellCommand value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(Inbox.Encoded(value));
    }
}
