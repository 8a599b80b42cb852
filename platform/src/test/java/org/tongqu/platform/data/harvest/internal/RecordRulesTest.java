package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.data.harvest.internal.Described.Part;

/** FEATURE: moments are read as catalogues write them, and what is none is said. */
class RecordRulesTest {

    private static Outcome<ForeignRecord, Fault> changed(String moment) {
        var parts = Map.of(Part.IDENTIFIER, "1", Part.TITLE, "一", Part.MODIFIED, moment);
        return RecordRules.check(new Described(parts, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00.000123, 2026-03-01T08:00:00.000123Z",
        "2026-03-01T08:00:00+08:00, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00+0800, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z",
        "2026-03-01 08:00:00, 2026-03-01T08:00:00Z",
        "2026-03-01, 2026-02-28T16:00:00Z",
        "2026-03-01+08:00, 2026-02-28T16:00:00Z",
        "2026-03, 2026-02-28T16:00:00Z",
        "2026, 2025-12-31T16:00:00Z"
    })
    void momentsAreReadAsTheyAreWritten(String written, Instant meant) {
        assertThat(changed(written).orElseThrow().modified()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "31.12.2025", "+999999999-01-01", "0000-01-01T00:00:00Z", "昨天", "2026-13"})
    void whatIsNoMomentIsSaid(String written) {
        assertThat(changed(written)).isEqualTo(Outcome.refused(new Fault(Fault.Why.NOT_A_MOMENT, "modified", written)));
    }
}
