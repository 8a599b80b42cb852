package org.tongqu.platform.operate.start.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;

/** Prints a {@link CannotStart} as its sentences, wherever in the start it was thrown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainFailure implements SpringBootExceptionReporter {

    private final Progress terminal = Progress.onTerminal();

    @Override
    public boolean reportException(@Nullable Throwable failure) {
        Optional<CannotStart> reason = CannotStart.behind(failure);
        reason.ifPresent(found -> {
            terminal.say("");
            terminal.say("Tongqu cannot start. " + found.getMessage());
            terminal.say("What to do: " + found.remedy());
        });
        return reason.isPresent();
    }
}
