package org.tongqu.engines.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: JSON text becomes a data tree, and the tree's canonical text reads back as the same tree. */
class DatumJsonTest {

    @Test
    void aTreeReadsBackAsItWasWritten() {
        var tree = Datum.empty()
                .with("name", Datum.of("云州市"))
                .with("share", Datum.of(new java.math.BigDecimal("0.10000000000000000001")))
                .with("parts", Datum.of(List.of(Datum.of(1), Datum.nothing(), new Datum.Truth(true))));

        assertThat(DatumJson.read(tree.canonical())).isEqualTo(tree);
    }

    @Test
    void brokenTextIsRefusedWithItsPlace() {
        var refused = DatumJson.tryRead("{\"a\":\n 1,}");

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refusal -> assertThat(((DatumJson.NotJson) refusal.reason()).line())
                                .isEqualTo(2));
    }

    @Test
    void aFieldNamedTwiceIsRefused() {
        assertThat(DatumJson.tryRead("{\"a\":1,\"a\":2}")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void textThatEndsTooEarlyOrGoesOnTooLongIsRefused() {
        assertThat(DatumJson.tryRead("")).isInstanceOf(Outcome.Refused.class);
        assertThat(DatumJson.tryRead("[1,2")).isInstanceOf(Outcome.Refused.class);
        assertThat(DatumJson.tryRead("{} {}")).isInstanceOf(Outcome.Refused.class);
    }
}
