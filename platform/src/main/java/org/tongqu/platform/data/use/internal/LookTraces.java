package org.tongqu.platform.data.use.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Looked;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.data.use.internal.TraceRows.Used;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/** Leaves a trace of each look of an officer, in the transaction that lets them look. */
@Component
class LookTraces {

    private final TraceRows traces;
    private final Directory directory;

    LookTraces(TraceRows traces, Directory directory) {
        this.traces = traces;
        this.directory = directory;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Looked looked) {
        var look = looked.look();
        var used = new Used(
                look.at(),
                Use.Kind.LOOK,
                look.register(),
                List.of(),
                new Trace.By(
                        looked.officer().organisation(),
                        post(looked.officer()),
                        look.id().toString()),
                new Trace.Under("", look.purpose().code(), look.why()));
        traces.write(looked.about().stream().map(one -> traces.of(one, used)).toList());
    }

    /** Not who they are. */
    private Optional<Label> post(SignedIn.Officer officer) {
        var held = directory.findStaff(officer.staff()).map(Staff::post).orElse("");
        return directory.posts(officer.organisation()).stream()
                .filter(post -> post.code().equals(held))
                .findFirst()
                .map(Post::name);
    }
}
