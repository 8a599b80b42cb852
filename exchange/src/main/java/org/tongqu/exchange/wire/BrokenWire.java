package org.tongqu.exchange.wire;

import java.io.Serial;

/** Bytes that are not what the format says they are: the other side or the line between is broken, not a row. */
public final class BrokenWire extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BrokenWire(String message) {
        super(message);
    }
}
