package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Texts as a source stores them, read strictly. Belongs to one thread. */
public final class Encoded {

    private final CharsetDecoder decoder;
    private final boolean isAsciiTheSame;

    public Encoded(Charset set) {
        this.decoder = set.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.isAsciiTheSame = "a".getBytes(set).length == 1;
    }

    /** As UTF-8; bytes that are not in the encoding stay what they are, so that the row is set aside for them. */
    public byte[] utf8(byte[] value) {
        if (isAsciiTheSame && isAscii(value)) {
            return value;
        }
        var signs = CharBuffer.allocate(value.length + 1);
        decoder.reset();
        var isRead = !decoder.decode(ByteBuffer.wrap(value), signs, true).isError()
                && !decoder.flush(signs).isError();
        return isRead ? signs.flip().toString().getBytes(UTF_8) : value;
    }

    private static boolean isAscii(byte[] value) {
        for (var one : value) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
