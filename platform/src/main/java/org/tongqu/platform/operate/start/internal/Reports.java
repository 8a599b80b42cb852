package org.tongqu.platform.operate.start.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.operate.start.StartReport;

/** Prints what every module has to say once the first request can be served. */
@Component
class Reports {

    private final ObjectProvider<StartReport> reports;

    Reports(ObjectProvider<StartReport> reports) {
        this.reports = reports;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        Progress terminal = Progress.onTerminal();
        reports.orderedStream().flatMap(report -> report.lines().stream()).forEach(terminal::say);
    }
}
