package org.tongqu.platform.data.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.exchange.internal.BoardStore;
import org.tongqu.platform.data.exchange.internal.RunStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** Reading the exchange centre: an officer sees the flows of which they may see one side. */
@Service
public class ExchangeBoard {

    private final BoardStore store;
    private final RunStore runs;
    private final Access access;

    ExchangeBoard(BoardStore store, RunStore runs, Access access) {
        this.store = store;
        this.runs = runs;
        this.access = access;
    }

    /** Which flows to show. @param after the id behind which they begin; empty for the first */
    public record Page(String after, int size) {}

    @Transactional(readOnly = true)
    public Board board(SignedIn.Officer who, LocalDate today, Page page) {
        var scope = access.scope(who);
        return new Board(
                store.totals(scope, today),
                store.flows(scope, today, page),
                store.systems(scope),
                store.given(scope, today));
    }

    /** The flow, when the officer may see one of its sides. */
    @Transactional(readOnly = true)
    public Optional<FlowStanding> find(SignedIn.Officer who, String id, LocalDate today) {
        return store.find(access.scope(who), id, today);
    }

    /** Its runs, the newest first, older than the one with this id. */
    @Transactional(readOnly = true)
    public List<Run> runs(FlowStanding flow, long before, int limit) {
        return runs.of(flow.id(), before, limit);
    }
}
