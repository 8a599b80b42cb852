package org.tongqu.exchange.file;

import java.io.Serial;

/** A file that cannot be read any further; the fault says where. */
public final class Unfit extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BatchFault fault;

    Unfit(BatchFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public BatchFault fault() {
        return fault;
    }
}
