package org.tongqu.platform.data.golden;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.platform.data.golden.internal.CurrentStore;
import org.tongqu.platform.data.golden.internal.LinkStore;
import org.tongqu.platform.operate.store.Together;

/**
 * Records as they are now, for those who ask hundreds of times a second: whoever asks at the same moment is answered by one
 * statement. Sealed values stay sealed until somebody asks for one of them.
 */
@Service
public class StoredRecords {

    /** As registers call it that somebody stands for a firm. */
    private static final String REPRESENTED_BY = "representedBy";
    /** As they call what a firm is called. */
    private static final String NAME = "name";

    private final CurrentStore store;
    private final LinkStore links;
    private final Together<UUID, CurrentStore.Row> rows;

    StoredRecords(CurrentStore store, LinkStore links) {
        this.links = links;
        this.store = store;
        this.rows = new Together<>(store::rows);
    }

    /** A record of a register. @param identifier its own, also where it was asked for by another */
    public record Stored(Register register, String identifier, Map<String, Fact> fields) {

        @Override
        public String toString() {
            return "Stored[register=" + register.code() + "]";
        }
    }

    /** What the register says of the thing; of one that is merged into another, of that other. */
    public Optional<Stored> find(Register register, String identifier) {
        return store.entities(register, identifier).stream()
                .flatMap(entity -> rows.find(entity).stream())
                .findFirst()
                .map(row -> new Stored(register, store.identifier(register, row, identifier), row.fields()));
    }

    /** Whether the record says this value; empty when it says nothing about it. */
    public Optional<Boolean> says(Stored stored, Attribute attribute, String claimed) {
        var fact = stored.fields().get(attribute.name());
        if (fact == null || fact.isNothing()) {
            return Optional.empty();
        }
        var isSame = store.isSame(stored.register(), attribute, fact, claimed);
        return Optional.of(isSame || isSameNumber(attribute, fact, claimed));
    }

    private static boolean isSameNumber(Attribute attribute, Fact fact, String claimed) {
        if (attribute.kind() != ValueKind.NUMBER || attribute.isSealed()) {
            return false;
        }
        try {
            return new BigDecimal(fact.value()).compareTo(new BigDecimal(claimed)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** The value for whoever may read it; empty when the record says nothing about it. */
    public Optional<String> value(Stored stored, Attribute attribute) {
        return Optional.ofNullable(stored.fields().get(attribute.name()))
                .filter(fact -> !fact.isNothing())
                .map(fact -> store.opened(stored.register(), attribute, fact));
    }

    /** Whom it is about, also when no source speaks of it; asked alone, so that it may stand in a transaction. */
    public List<Concerned> concerned(Register register, String identifier) {
        var found = store.rows(Set.copyOf(store.entities(register, identifier))).values().stream()
                .findFirst()
                .map(row -> new Stored(register, store.identifier(register, row, identifier), row.fields()));
        return concerned(register, identifier, found);
    }

    /** As {@link #concerned(Register, String)}, of what was found. */
    public List<Concerned> concerned(Register register, String identifier, Optional<Stored> found) {
        return Concerned.of(
                register,
                found.map(Stored::identifier).orElse(identifier),
                attribute -> found.flatMap(stored -> value(stored, attribute)));
    }

    /** Registers that are keyed by such numbers and know this one. */
    public List<Register> knowing(Concerned concerned) {
        return store.knowing(concerned);
    }

    /** A firm that somebody stands for, as a register says. */
    public record Represented(String register, Concerned firm, String name) {}

    /** Firms whose legal representative a person is; one statement, and another for their names. */
    public List<Represented> representedBy(Concerned person) {
        var related = links.naming(REPRESENTED_BY, person.number());
        var rows = related.isEmpty()
                ? Map.<UUID, CurrentStore.Row>of()
                : store.rows(related.stream().map(Related::entity).collect(Collectors.toSet()));
        return related.stream()
                .flatMap(one -> Concerned.of(one.register(), one.identifier(), attribute -> Optional.empty()).stream()
                        .filter(concerned -> concerned.kind() == Concerned.Kind.FIRM)
                        .map(firm -> new Represented(one.register().code(), firm, name(one, rows.get(one.entity())))))
                .toList();
    }

    private static String name(Related related, CurrentStore.@Nullable Row row) {
        return Optional.ofNullable(row)
                .flatMap(known -> related.register()
                        .findAttribute(NAME)
                        .filter(attribute -> !attribute.isMasked())
                        .map(attribute -> known.fields().get(attribute.name())))
                .map(Fact::value)
                .filter(name -> !name.isEmpty())
                .orElse(related.identifier());
    }
}
