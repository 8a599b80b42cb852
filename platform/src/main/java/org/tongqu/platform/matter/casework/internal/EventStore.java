package org.tongqu.platform.matter.casework.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.stored.CaseEventCodec;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.seals.Seals;

/** The events of cases: added in order, never changed. What people wrote stands sealed beside the rest. */
@Repository
public class EventStore {

    private static final String FACTS = "facts";
    private static final String SEALED_AS = "casework.facts";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final KnownEvents known;
    private final Later later;

    EventStore(JdbcClient jdbc, Later later, Seals seals, KnownEvents known) {
        this.jdbc = jdbc;
        this.later = later;
        this.known = known;
        this.cipher = cipher(seals);
    }

    /**
     * An event as it lies in the store.
     *
     * @param facts sealed; null where the event carries none
     */
    public record Stored(String type, String payload, byte @Nullable [] facts) {}

    public Stored stored(CaseEvent event) {
        var whole = CaseEventCodec.toDatum(event);
        var type = CaseEventCodec.type(event);
        if (!(whole.values().get(FACTS) instanceof Datum.Fields facts)
                || facts.values().isEmpty()) {
            return new Stored(type, whole.canonical(), null);
        }
        var plain = new LinkedHashMap<>(whole.values());
        plain.put(FACTS, Datum.empty());
        return new Stored(
                type,
                new Datum.Fields(plain).canonical(),
                cipher.seal(facts.canonical().getBytes(StandardCharsets.UTF_8)));
    }

    static FieldCipher cipher(Seals seals) {
        return seals.cipher(SEALED_AS);
    }

    static CaseEvent event(FieldCipher cipher, Stored stored) {
        var payload = DatumJson.read(stored.payload());
        var whole =
                stored.facts() == null ? payload : payload.with(FACTS, DatumJson.read(cipher.openText(stored.facts())));
        return CaseEventCodec.fromDatum(stored.type(), whole).orElseThrow();
    }

    /** The first so many events of the case in their order. */
    public List<CaseEvent> events(UUID caseId, int count) {
        return known.first(count, caseId, before -> eventsBehind(caseId, before));
    }

    private List<CaseEvent> eventsBehind(UUID caseId, int before) {
        return jdbc.sql("SELECT type, payload, facts FROM casework.event WHERE case_id = ? AND seq > ? ORDER BY seq")
                .params(caseId, before)
                .query((row, number) -> event(cipher, new Stored(row.getString(1), row.getString(2), row.getBytes(3))))
                .list();
    }

    /**
     * Adds what one act brought about, in one statement.
     *
     * @param before how many events the case already has; a gap or an overlap is a fault the primary key finds
     */
    public void append(UUID caseId, int before, Actor actor, List<CaseEvent> events) {
        int count = events.size();
        var types = new String[count];
        var times = new String[count];
        var payloads = new String[count];
        var facts = new byte @Nullable [count] @Nullable [];
        for (int i = 0; i < count; i++) {
            var stored = stored(events.get(i));
            types[i] = stored.type();
            times[i] = events.get(i).at().toString();
            payloads[i] = stored.payload();
            facts[i] = stored.facts();
        }
        later.write("""
                        INSERT INTO casework.event (case_id, seq, type, at, actor, actor_name, payload, facts)
                        SELECT ?, ? + row.number, row.type, row.at, ?, ?, row.payload, row.facts
                        FROM unnest(CAST(? AS text[]), CAST(? AS timestamptz[]), CAST(? AS jsonb[]), CAST(? AS bytea[]))
                            WITH ORDINALITY AS row (type, at, payload, facts, number)""", caseId, before, actor.id(), actor.name(), types, times, payloads, facts);
        known.added(caseId, before, events);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
