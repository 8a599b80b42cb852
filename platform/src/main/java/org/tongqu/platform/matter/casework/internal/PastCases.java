package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** Cases of one service with all their events, some at a time: whoever plays all of them again never holds them all. */
public final class PastCases {

    /** The cases asked for: those opened in a period, and all that are open now. */
    private static final String WANTED = """
            pack_id = :pack AND opened_at < :to AND (opened_at >= :from OR status = 'RUNNING')
            """;

    private final JdbcClient store;
    private final FieldCipher cipher;

    public PastCases(JdbcClient store, Seals seals) {
        this.store = store;
        this.cipher = EventStore.cipher(seals);
    }

    /** @param to the first instant that is too late */
    public record Asked(String packId, Instant from, Instant to) {}

    /** One case as far as it came. */
    public record Past(
            String caseId,
            String receipt,
            String packVersion,
            String packHash,
            Instant openedAt,
            List<CaseEvent> events) {
        public Past {
            events = List.copyOf(events);
        }
    }

    public long count(Asked asked) {
        return store.sql("SELECT count(*) FROM casework.case_file WHERE " + WANTED)
                .param("pack", asked.packId())
                .param("from", EventStore.time(asked.from()))
                .param("to", EventStore.time(asked.to()))
                .query(Long.class)
                .single();
    }

    /** The oldest after this one, or of all. */
    public List<Past> next(Asked asked, Optional<Past> after, int limit) {
        var heads = store.sql("SELECT id, receipt, pack_version, pack_hash, opened_at FROM casework.case_file WHERE "
                        + WANTED + " AND (opened_at, id) > (:at, :id) ORDER BY opened_at, id LIMIT :limit")
                .param("pack", asked.packId())
                .param("from", EventStore.time(asked.from()))
                .param("to", EventStore.time(asked.to()))
                .param("at", EventStore.time(after.map(Past::openedAt).orElse(Instant.EPOCH)))
                .param("id", after.map(Past::caseId).map(UUID::fromString).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((row, number) -> new Past(
                        row.getString("id"),
                        row.getString("receipt"),
                        row.getString("pack_version"),
                        row.getString("pack_hash"),
                        CaseStore.instant(row, "opened_at").orElseThrow(),
                        List.of()))
                .list();
        return withEvents(heads);
    }

    private List<Past> withEvents(List<Past> heads) {
        var events = new LinkedHashMap<String, List<CaseEvent>>();
        heads.forEach(head -> events.put(head.caseId(), new ArrayList<>()));
        store.sql("""
                        SELECT case_id, type, payload, facts FROM casework.event
                        WHERE case_id = ANY (CAST(? AS uuid[])) ORDER BY case_id, seq""").param(events.keySet().toArray(String[]::new)).query(row -> {
            var stored = new EventStore.Stored(row.getString("type"), row.getString("payload"), row.getBytes("facts"));
            events.computeIfAbsent(row.getString("case_id"), none -> new ArrayList<>())
                    .add(EventStore.event(cipher, stored));
        });
        return heads.stream()
                .map(head -> new Past(
                        head.caseId(),
                        head.receipt(),
                        head.packVersion(),
                        head.packHash(),
                        head.openedAt(),
                        events.getOrDefault(head.caseId(), List.of())))
                .toList();
    }
}
