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
            AND (CAST(:organisation AS text) IS NULL OR organisation = :organisation)
            """;

    private final JdbcClient store;
    private final FieldCipher cipher;

    public PastCases(JdbcClient store, Seals seals) {
        this.store = store;
        this.cipher = EventStore.cipher(seals);
    }

    /**
     * @param to the first instant that is too late
     * @param organisation that handles them; all where it is empty
     */
    public record Asked(String packId, Instant from, Instant to, Optional<String> organisation) {}

    /** Behind which case the next ones come. */
    public record Mark(Instant openedAt, String caseId) {}

    /** One case as far as it came. */
    public record Past(
            String caseId,
            String receipt,
            String packVersion,
            String packHash,
            String organisation,
            Instant openedAt,
            List<CaseEvent> events) {
        public Past {
            events = List.copyOf(events);
        }
    }

    public long count(Asked asked) {
        return asked("SELECT count(*) FROM casework.case_file WHERE " + WANTED, asked)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        return store.sql(sql)
                .param("pack", asked.packId())
                .param("from", EventStore.time(asked.from()))
                .param("to", EventStore.time(asked.to()))
                .param("organisation", asked.organisation().orElse(null));
    }

    /** The oldest behind this one, or of all. */
    public List<Past> next(Asked asked, Optional<Mark> behind, int limit) {
        var heads = asked(
                        "SELECT id, receipt, pack_version, pack_hash, organisation, opened_at FROM casework.case_file"
                                + " WHERE " + WANTED
                                + " AND (opened_at, id) > (:at, :id) ORDER BY opened_at, id LIMIT :limit",
                        asked)
                .param("at", EventStore.time(behind.map(Mark::openedAt).orElse(Instant.EPOCH)))
                .param("id", behind.map(Mark::caseId).map(UUID::fromString).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((row, number) -> new Past(
                        row.getString("id"),
                        row.getString("receipt"),
                        row.getString("pack_version"),
                        row.getString("pack_hash"),
                        row.getString("organisation"),
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
                        head.organisation(),
                        head.openedAt(),
                        events.getOrDefault(head.caseId(), List.of())))
                .toList();
    }
}
