package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.SubjectKind;

/** FEATURE: what appeals make of places, also for whoever has too little left for one. */
class AmendedStandingsTest {

    private static final List<Ranking.Place> FROZEN = List.of(place("A", "90", 1), place("B", "80", 2));

    private static Ranking.Place place(String subject, String total, int place) {
        return new Ranking.Place(subject, new BigDecimal(total), place);
    }

    private static Amendment amendment(String appeal, String subject, Optional<String> total) {
        return new Amendment(
                appeal,
                Period.parse("2026-10").orElseThrow(),
                new Subject(SubjectKind.ORGANISATION, subject),
                new Amendment.Scored("in-time", Optional.empty(), Optional.empty()),
                total.map(BigDecimal::new),
                Instant.EPOCH);
    }

    @Test
    void whoeverHasTooLittleLeftIsToldSoAndNotLeftOut() {
        var amended = Standings.amended(FROZEN, List.of(amendment("SS-1", "A", Optional.empty())));

        assertThat(amended).containsOnlyKeys("A");
        assertThat(amended.get("A")).isEqualTo(new Standing.Amended(Optional.empty(), List.of("SS-1")));
    }

    @Test
    void theLastAmendmentCountsAndAllAppealsAreNamed() {
        var amended = Standings.amended(
                FROZEN, List.of(amendment("SS-1", "B", Optional.empty()), amendment("SS-2", "B", Optional.of("95"))));

        assertThat(amended.get("B"))
                .isEqualTo(new Standing.Amended(Optional.of(place("B", "95", 1)), List.of("SS-1", "SS-2")));
    }
}
