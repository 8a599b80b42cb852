package org.tongqu.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void bothEndsAreInForce() {
        var validity = Validity.between(MAY, JUNE);

        assertThat(validity.contains(MAY)).isTrue();
        assertThat(validity.contains(JUNE)).isTrue();
        assertThat(validity.contains(MAY.minusDays(1))).isFalse();
        assertThat(validity.contains(JUNE.plusDays(1))).isFalse();
    }

    @Test
    void withoutAnEndItIsInForceForGood() {
        assertThat(Validity.since(MAY).contains(LocalDate.of(2999, 1, 1))).isTrue();
    }

    @Test
    void sharingOneDayIsOverlapping() {
        assertThat(Validity.between(MAY, JUNE).overlaps(Validity.since(JUNE))).isTrue();
        assertThat(Validity.since(JUNE).overlaps(Validity.between(MAY, JUNE))).isTrue();
        assertThat(Validity.between(MAY, JUNE).overlaps(Validity.between(JUNE.plusDays(1), JULY)))
                .isFalse();
        assertThat(Validity.since(MAY).overlaps(Validity.since(JULY))).isTrue();
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatThrownBy(() -> Validity.between(JUNE, MAY)).hasMessageContaining("2026-05-01");
    }
}
