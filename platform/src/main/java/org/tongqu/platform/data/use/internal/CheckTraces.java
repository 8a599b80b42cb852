package org.tongqu.platform.data.use.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.use.CheckUse;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.data.use.internal.TraceRows.Used;

/** That deliveries were asked about people. */
@Repository
public class CheckTraces {

    private final TraceRows traces;

    CheckTraces(TraceRows traces) {
        this.traces = traces;
    }

    public void write(CheckUse use) {
        var used = new Used(
                use.at(),
                Use.Kind.CHECK,
                use.code(),
                List.of(),
                new Trace.By(use.organisation(), Optional.of(use.what()), use.matter()),
                new Trace.Under("", use.purpose().code(), use.matter()));
        traces.write(use.about().stream().map(one -> traces.of(one, used)).toList());
    }
}
