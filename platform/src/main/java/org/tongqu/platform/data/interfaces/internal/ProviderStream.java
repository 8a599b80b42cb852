package org.tongqu.platform.data.interfaces.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;

/**
 * What a provider answers, as long as it takes and as long as it is allowed. Only the time that is spent waiting for it
 * counts: a consumer who reads slowly makes no provider slow.
 */
final class ProviderStream extends FilterInputStream {

    private final long most;
    private final long patience;
    private volatile long spent;
    private volatile long waitingSince;
    private volatile boolean isLate;
    private long bytes;

    /**
     * @param most how many bytes it may answer
     * @param patience nanoseconds that may be spent
     * @param spent of them, before the first byte
     */
    ProviderStream(InputStream in, long most, long patience, long spent) {
        super(in);
        this.most = most;
        this.patience = patience;
        this.spent = spent;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        var since = System.nanoTime();
        waitingSince = since == 0 ? 1 : since;
        try {
            var read = super.read(into, start, length);
            bytes += Math.max(0, read);
            if (bytes > most) {
                throw new Failed(CallRefusal.of(Why.ANSWER_TOO_LARGE, String.valueOf(most >> 20)));
            }
            return read;
        } finally {
            waitingSince = 0;
            spent = spent + (System.nanoTime() - since);
        }
    }

    /** Breaks off what takes too long; the reader is told by an exception. */
    void hasten(long now) {
        var since = waitingSince;
        var all = since == 0 ? spent : spent + (now - since);
        if (all > patience && !isLate) {
            isLate = true;
            try {
                in.close();
            } catch (IOException alreadyBroken) {
                // The reader finds out as well.
            }
        }
    }

    boolean isLate() {
        return isLate;
    }

    long spent() {
        return spent;
    }
}
