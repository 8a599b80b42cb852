package org.tongqu.kernel._support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PropertyTest {

    @Test
    void runsAsOftenAsAsked() {
        var runs = new AtomicInteger();

        Property.holds(7, random -> runs.incrementAndGet());

        assertThat(runs).hasValue(7);
    }

    @Test
    void aFailureTellsTheSeedThatRepeatsIt() {
        assertThatThrownBy(() -> Property.holds(
                        50, random -> assertThat(random.nextInt(10)).isLessThan(3)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("repeat with -Dproperty.seed=");
    }
}
