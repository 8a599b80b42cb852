package org.tongqu.platform.data.interfaces.internal;

import org.tongqu.platform.data.interfaces.CallRefusal;

/** A call that does not go on, from wherever in it that becomes known. */
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CallRefusal refusal;

    Failed(CallRefusal refusal) {
        super(refusal.why().code(), null, false, false);
        this.refusal = refusal;
    }

    CallRefusal refusal() {
        return refusal;
    }
}
