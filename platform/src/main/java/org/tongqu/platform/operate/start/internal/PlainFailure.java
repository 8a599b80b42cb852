package org.tongqu.platform.operate.start.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tongqu.platform.operate.start.CannotStart;
import org.tongqu.platform.operate.start.Progress;

/** Prints a {@link CannotStart} as its sentences, wherever in the start it was thrown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainFailure implements SpringBootExceptionReporter {

    private final Progress terminal = Progress.onTerminal();

    @Override
    public boolean reportException(@Nullable Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof CannotStart reason) {
                terminal.say("");
                terminal.say("Tongqu cannot start. " + reason.getMessage());
                terminal.say("What to do: " + reason.remedy());
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
