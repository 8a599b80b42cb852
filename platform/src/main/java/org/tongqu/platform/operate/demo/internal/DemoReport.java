package org.tongqu.platform.operate.demo.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.start.StartReport;
import org.tongqu.platform.trust.identity.DemoEnrolment;
import org.tongqu.platform.trust.identity.Door;

/** Tells the person at the terminal whom they may be. */
@Component
@Order(100)
class DemoReport implements StartReport {

    private final Mode mode;
    private final DemoEnrolment enrolment;

    DemoReport(Mode mode, DemoEnrolment enrolment) {
        this.mode = mode;
        this.enrolment = enrolment;
    }

    @Override
    public List<String> lines() {
        var accounts = mode == Mode.DEMO ? enrolment.awake() : List.<DemoEnrolment.Awake>of();
        if (accounts.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Demo accounts, all with the password " + People.PASSWORD);
        for (var account : accounts) {
            lines.add(String.format("  %-14s %-14s %s", account.door().path(), account.signInName(), account.name()));
        }
        lines.add("  (" + Door.CITIZEN.path() + " is for citizens, " + Door.OFFICER.path() + " for officers)");
        return lines;
    }
}
