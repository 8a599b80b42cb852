package org.tongqu.platform.matter.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongqu.engines.cases.CaseEvent;

class KnownEventsTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<CaseEvent> STORED = List.of(happened("first"), happened("second"), happened("third"));

    private final KnownEvents known = new KnownEvents();
    private final List<Integer> askedBehind = new ArrayList<>();

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(false);
    }

    @Test
    void asksOnlyForWhatCameSinceTheLastLook() {
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(true);
        assertThat(look(2)).isEqualTo(STORED.subList(0, 2));
        assertThat(look(3)).isEqualTo(STORED);
        assertThat(look(3)).isEqualTo(STORED);
        assertThat(askedBehind).containsExactly(0, 2);
    }

    @Test
    void showsWhoeverLooksAtAnEarlierMomentNoLaterEvents() {
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(true);
        look(3);
        assertThat(look(1)).isEqualTo(STORED.subList(0, 1));
    }

    @Test
    void keepsNothingOfATransactionThatMayBeUndone() {
        look(2);
        look(2);
        assertThat(askedBehind).containsExactly(0, 0);
    }

    private List<CaseEvent> look(int count) {
        return known.first(count, CASE, before -> {
            askedBehind.add(before);
            return STORED.subList(before, count);
        });
    }

    private static CaseEvent happened(String result) {
        return new CaseEvent.CaseEnded(Instant.EPOCH, result);
    }
}
