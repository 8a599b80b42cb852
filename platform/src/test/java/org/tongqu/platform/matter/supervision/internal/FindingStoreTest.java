package org.tongqu.platform.matter.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.supervision.Finding;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.trust.access.Scope;

/** FEATURE: what was found first stays; only a warning that was heeded goes. */
class FindingStoreTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private final FindingStore store = StartedPlatform.shared().bean(FindingStore.class);
    private final String office = UUID.randomUUID().toString();
    private final Found.Matter matter = new Found.Matter(UUID.randomUUID().toString(), "pack", "receipt", "title");

    private Found found(Level level, Instant at) {
        return Found.of(matter, office, Label.same("超期"), new Finding("overdue", "total", level, at, List.of(3)));
    }

    private Optional<FindingRow> kept() {
        return store.find(Scope.of(office), Found.id(matter.caseId(), "overdue", "total"));
    }

    @Test
    void aWarningThatWasHeededGoesAndWhatBecameRedStays() {
        store.put(List.of(found(Level.YELLOW, NINE)));
        assertThat(kept()).isPresent();
        store.relieve(List.of(found(Level.YELLOW, NINE).id()));
        assertThat(kept()).isEmpty();

        store.put(List.of(found(Level.YELLOW, NINE)));
        store.put(List.of(found(Level.RED, NINE.plusSeconds(60))));
        store.relieve(List.of(found(Level.YELLOW, NINE).id()));

        assertThat(kept()).hasValueSatisfying(row -> {
            assertThat(row.level()).isEqualTo(Level.RED);
            assertThat(row.times().yellowAt()).contains(NINE);
            assertThat(row.foundAt()).isEqualTo(NINE.plusSeconds(60));
        });
    }

    @Test
    void findingItAgainChangesNothingOfWhenItWasFound() {
        store.put(List.of(found(Level.RED, NINE)));
        store.put(List.of(found(Level.RED, NINE.plusSeconds(5))));

        assertThat(kept()).hasValueSatisfying(row -> assertThat(row.foundAt()).isEqualTo(NINE));
    }
}
