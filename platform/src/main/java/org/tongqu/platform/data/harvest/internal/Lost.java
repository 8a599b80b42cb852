package org.tongqu.platform.data.harvest.internal;

/** Another program reads for the run now; what this one read since its last page is not kept. */
final class Lost extends RuntimeException {

    private static final long serialVersionUID = 1;

    Lost() {
        super("another program goes on with this harvest");
    }
}
