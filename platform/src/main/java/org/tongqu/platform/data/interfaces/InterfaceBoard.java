package org.tongqu.platform.data.interfaces;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.interfaces.internal.BoardStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** Reading interfaces and what was called; of the calls an officer sees those of which they may see one side. */
@Service
public class InterfaceBoard {

    private final BoardStore store;
    private final Access access;

    InterfaceBoard(BoardStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Endpoints by id, behind the one with this id; empty for the first. */
    @Transactional(readOnly = true)
    public List<EndpointStanding> list(LocalDate today, String after, int limit) {
        return store.list(today, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<EndpointStanding> find(String id, LocalDate today) {
        return store.find(id, today);
    }

    /** What was called on each day from this one on, the newest first; figures of all its agreements together. */
    @Transactional(readOnly = true)
    public List<EndpointDay> days(Endpoint endpoint, LocalDate from) {
        return store.days(endpoint, from);
    }

    /** Its calls, the newest first, older than the one with this id. */
    @Transactional(readOnly = true)
    public List<PastCall> calls(SignedIn.Officer who, Endpoint endpoint, long before, int limit) {
        return store.calls(access.scope(who), endpoint, before, limit);
    }
}
