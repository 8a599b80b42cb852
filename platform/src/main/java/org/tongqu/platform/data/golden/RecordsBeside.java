package org.tongqu.platform.data.golden;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.golden.internal.CurrentStore;
import org.tongqu.platform.data.golden.internal.FeedStore;

/**
 * Golden records as they are now, for whoever lays many rows beside them: one statement for each lot. Sealed values stay
 * sealed, and are compared as they are kept. Whoever asks says who may.
 */
@Service
public class RecordsBeside {

    private static final int READ = 2_000;

    private final CurrentStore store;
    private final FeedStore feed;

    RecordsBeside(CurrentStore store, FeedStore feed) {
        this.store = store;
        this.feed = feed;
    }

    /** A record, and the key under which it stands, which tells nobody anything. */
    public record Beside(UUID entity, Stored stored) {

        @Override
        public String toString() {
            return "Beside[entity=" + entity + "]";
        }
    }

    /** Who said a value, and since when it is so. */
    public record Told(String source, LocalDate since) {}

    /** The records by the identifiers that were asked for; what is merged into another is that other. */
    public Map<String, Beside> find(Register register, Collection<String> identifiers) {
        Map<String, List<UUID>> keys = new LinkedHashMap<>();
        Set<UUID> all = new HashSet<>();
        for (var identifier : identifiers) {
            var entities = store.entities(register, identifier);
            keys.put(identifier, entities);
            all.addAll(entities);
        }
        var rows = store.rows(all);
        Map<String, Beside> found = new HashMap<>();
        keys.forEach((identifier, entities) -> entities.stream()
                .flatMap(entity -> Optional.ofNullable(rows.get(entity)).stream())
                .findFirst()
                .ifPresent(row -> found.put(
                        identifier, new Beside(row.entity(), new Stored(register, identifier, row.fields())))));
        return found;
    }

    /** Who said what these records say, by record and attribute. */
    public Map<UUID, Map<String, Told>> origins(Collection<UUID> entities) {
        return store.origins(entities).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        said -> new Told(
                                                said.getValue().source(),
                                                said.getValue().since())))));
    }

    /** Up to where changes can be read now. */
    @Transactional(readOnly = true)
    public Position end() {
        return Position.before(feed.oldest());
    }

    /** The identifiers of what changed between two places; empty when it is more than so many. */
    @Transactional(readOnly = true)
    public Optional<Set<String>> changed(Register register, Position after, Position upTo, int most) {
        Set<String> identifiers = new HashSet<>();
        var from = after;
        while (true) {
            var rows = feed.rows(register, from, upTo, READ);
            rows.forEach(row -> identifiers.add(row.identifier()));
            if (identifiers.size() > most) {
                return Optional.empty();
            }
            if (rows.size() < READ) {
                return Optional.of(identifiers);
            }
            from = rows.getLast().position();
        }
    }
}
