package org.tongqu.engines.cases.stored;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * The stored form of events: a type, which is the event's simple name, and its fields by their names.
 *
 * <p>Written once and read for decades, so: fields that are not known are ignored, fields added later must be optional,
 * and a test holds the names fast. Instants and durations are ISO 8601 texts, limits and performers the texts they
 * parse, an empty optional is left out.
 */
public final class CaseEventCodec {

    private static final Map<String, StoredRecord> BY_TYPE = new LinkedHashMap<>();

    static {
        for (var type : CaseEvent.class.getPermittedSubclasses()) {
            BY_TYPE.put(type.getSimpleName(), StoredRecord.of(type));
        }
    }

    private CaseEventCodec() {}

    /** Why something stored is no event. */
    public sealed interface Problem {
        /** Written by a newer program, or not an event of a case. */
        record UnknownType(String type) implements Problem {}

        /** @param path of the field inside the event, e.g. {@code spent.days} */
        record Unreadable(String type, String path, String expected) implements Problem {}
    }

    /** The name by which {@link #fromDatum} knows the event again. */
    public static String type(CaseEvent event) {
        return event.getClass().getSimpleName();
    }

    public static Datum.Fields toDatum(CaseEvent event) {
        return stored(type(event)).write(event);
    }

    public static Outcome<CaseEvent, Problem> fromDatum(String type, Datum datum) {
        if (!BY_TYPE.containsKey(type)) {
            return Outcome.refused(new Problem.UnknownType(type));
        }
        try {
            return Outcome.done((CaseEvent) stored(type).read(datum, ""));
        } catch (StoredRecord.Unreadable unreadable) {
            return Outcome.refused(new Problem.Unreadable(type, unreadable.path(), unreadable.expected()));
        }
    }

    private static StoredRecord stored(String type) {
        var stored = BY_TYPE.get(type);
        if (stored == null) {
            throw new IllegalStateException("No stored form of " + type);
        }
        return stored;
    }
}
