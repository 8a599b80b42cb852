package org.tongqu.platform.data.use.internal;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Looked;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/** Leaves a trace of each look of an officer, in the transaction that lets them look. */
@Component
class LookTraces {

    private final TraceStore traces;
    private final Directory directory;

    LookTraces(TraceStore traces, Directory directory) {
        this.traces = traces;
        this.directory = directory;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Looked looked) {
        traces.looked(looked, post(looked.officer()));
    }

    private Optional<Label> post(SignedIn.Officer officer) {
        var held = directory.findStaff(officer.staff()).map(Staff::post).orElse("");
        return directory.posts(officer.organisation()).stream()
                .filter(post -> post.code().equals(held))
                .findFirst()
                .map(Post::name);
    }
}
