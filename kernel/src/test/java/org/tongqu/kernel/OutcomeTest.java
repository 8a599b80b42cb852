package org.tongqu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Outcome<Integer, String> seven = Outcome.done(7);
    private final Outcome<Integer, String> late = Outcome.refused("too late");

    @Test
    void theNextStepSeesTheValue() {
        assertThat(seven.then(n -> Outcome.<String, String>done("n" + n))).isEqualTo(Outcome.done("n7"));
        assertThat(seven.map(n -> n + 1)).isEqualTo(Outcome.done(8));
    }

    @Test
    void aRefusalPassesThroughEveryStepUntouched() {
        assertThat(late.map(n -> n + 1).then(n -> Outcome.done("n" + n))).isEqualTo(Outcome.refused("too late"));
    }

    @Test
    void aRefusalMayBeSaidInTheWordsOfTheCaller() {
        assertThat(late.mapRefusal(String::length)).isEqualTo(Outcome.refused(8));
        assertThat(seven.mapRefusal(String::length)).isEqualTo(Outcome.done(7));
    }

    @Test
    void foldAnswersBothWays() {
        assertThat(seven.<String>fold(n -> "n" + n, r -> "r " + r)).isEqualTo("n7");
        assertThat(late.<String>fold(n -> "n" + n, r -> "r " + r)).isEqualTo("r too late");
    }

    @Test
    void aRefusalWhereNoneCanBeIsAFaultThatTellsTheReason() {
        assertThat(seven.orElseThrow()).isEqualTo(7);
        assertThatThrownBy(late::orElseThrow).hasMessageContaining("too late");
    }
}
