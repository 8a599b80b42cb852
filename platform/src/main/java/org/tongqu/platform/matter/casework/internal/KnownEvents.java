package org.tongqu.platform.matter.casework.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongqu.engines.cases.CaseEvent;

/**
 * The events of the cases looked at last, opened and read: a case page, the act that follows and the page after it read
 * the same ones. Events are only ever added, so what is committed stays the beginning of what there will be.
 */
@Component
class KnownEvents {

    private static final int MOST_KEPT = 500;

    private final Map<UUID, List<CaseEvent>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<CaseEvent>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Reads the events behind the first so many. */
    interface Rest {
        List<CaseEvent> behind(int known);
    }

    /** The first {@code count} events of the case; asks only for those that are not known. */
    List<CaseEvent> first(int count, UUID caseId, Rest rest) {
        var kept = kept(caseId);
        if (kept.size() >= count) {
            return kept.subList(0, count);
        }
        var all = new ArrayList<>(kept);
        all.addAll(rest.behind(kept.size()));
        var read = List.copyOf(all);
        // What the transaction itself wrote may still be undone.
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            keep(caseId, read);
        }
        return read;
    }

    /** What was just added is known as soon as it is committed, if what came before it is. */
    void added(UUID caseId, int before, List<CaseEvent> events) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var kept = kept(caseId);
                if (kept.size() == before) {
                    var all = new ArrayList<>(kept);
                    all.addAll(events);
                    keep(caseId, List.copyOf(all));
                }
            }
        });
    }

    private List<CaseEvent> kept(UUID caseId) {
        synchronized (known) {
            return known.getOrDefault(caseId, List.of());
        }
    }

    private void keep(UUID caseId, List<CaseEvent> read) {
        synchronized (known) {
            known.merge(caseId, read, (before, now) -> before.size() > now.size() ? before : now);
        }
    }
}
