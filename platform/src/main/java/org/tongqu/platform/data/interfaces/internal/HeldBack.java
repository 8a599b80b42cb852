package org.tongqu.platform.data.interfaces.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.data.interfaces.Reply;

/**
 * An answer on its way. So much of it as fits is held back: what is wrong in a short answer is noticed before a byte of it
 * leaves, and the last part of a long one leaves only when {@link #complete} was said, which is after the journal was
 * written.
 */
final class HeldBack extends OutputStream {

    static final int MOST = 128 * 1024;
    private static final int FIRST = 8 * 1024;

    private final Reply reply;
    private final Reply.Head head;
    private final MessageDigest digest;
    private byte[] held = new byte[FIRST];
    private int size;
    private long bytes;
    private @Nullable OutputStream begun;
    private boolean isConsumerGone;

    HeldBack(Reply reply, Reply.Head head) {
        this.reply = reply;
        this.head = head;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not", missing);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int start, int length) throws IOException {
        digest.update(content, start, length);
        bytes += length;
        if (size + length > MOST) {
            passOn(OptionalLong.empty());
        }
        if (length > MOST) {
            send(content, start, length - 1);
            held[size++] = content[start + length - 1];
            return;
        }
        if (size + length > held.length) {
            held = Arrays.copyOf(held, Math.min(MOST, Math.max(held.length * 2, size + length)));
        }
        System.arraycopy(content, start, held, size, length);
        size += length;
    }

    private void passOn(OptionalLong whole) throws IOException {
        if (begun == null) {
            begun = attempt(() -> reply.begin(head, whole));
        }
        send(held, 0, size);
        size = 0;
    }

    private void send(byte[] content, int start, int length) throws IOException {
        var out = begun;
        if (out == null) {
            throw new IllegalStateException("Nothing is sent before the answer was begun");
        }
        attempt(() -> {
            out.write(content, start, length);
            return out;
        });
    }

    private interface Sending {
        OutputStream send() throws IOException;
    }

    private OutputStream attempt(Sending sending) throws IOException {
        try {
            return sending.send();
        } catch (IOException gone) {
            isConsumerGone = true;
            throw gone;
        }
    }

    /** The rest leaves. */
    void complete() throws IOException {
        passOn(OptionalLong.of(bytes));
        var out = begun;
        if (out != null) {
            attempt(() -> {
                out.flush();
                return out;
            });
        }
    }

    boolean isBegun() {
        return begun != null;
    }

    boolean isConsumerGone() {
        return isConsumerGone;
    }

    long bytes() {
        return bytes;
    }

    /** Of all that was written; to be asked once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
