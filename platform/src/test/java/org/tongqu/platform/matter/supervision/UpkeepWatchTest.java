package org.tongqu.platform.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.supervision.Level;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.Upkeep;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a resource that is not brought up to date within its cycle is found by supervision until it comes. */
class UpkeepWatchTest {

    private final Department department = Department.fresh();
    private final ResourceCode code = department.published(Department.draft("台账"));
    private final Upkeep upkeep = department.bean(Upkeep.class);
    private final Instant now = department.bean(Clock.class).instant();

    private void cameAt(Instant at) {
        upkeep.delivered(code, new Delivery(at, 100, 0, List.of()));
    }

    private List<FindingRow> found() {
        var today = LocalDate.now(department.bean(Clock.class));
        var filter =
                FindingFilter.between(today.minusYears(1), today.plusYears(1)).by("stale-resource");
        return department
                .bean(Findings.class)
                .page(department.chief(), filter, Optional.empty())
                .rows();
    }

    private Instant dueAt() {
        return department.bean(Catalog.class).awaited().stream()
                .filter(awaited -> awaited.resource().equals(code))
                .findFirst()
                .orElseThrow()
                .term()
                .dueAt();
    }

    @Test
    void itIsYellowBeforeItsCycleHasPassedAndRedAfterAndGoesOutWhenItComes() {
        cameAt(now);
        department.bean(Lookout.class).look(dueAt().minusSeconds(1));
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.YELLOW);
            assertThat(row.matter().receipt()).isEqualTo(code.value());
            assertThat(row.organisation()).isEqualTo(department.organisation());
        });

        department.bean(Lookout.class).look(dueAt());
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.RED);
            var evidence = department
                    .bean(Findings.class)
                    .evidence(department.chief(), row.id())
                    .orElseThrow();
            assertThat(evidence.duty().orElseThrow().href()).isEqualTo("/desk/catalog/" + code.key());
            assertThat(row.times().settledAt()).isEmpty();
        });

        cameAt(dueAt().plusSeconds(60));
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.level()).as("the break stays on record").isEqualTo(Level.RED);
            assertThat(row.times().settledAt()).isPresent();
        });
    }

    @Test
    void aWarningThatWasHeededIsForgotten() {
        cameAt(now);
        department.bean(Lookout.class).look(dueAt().minusSeconds(1));
        assertThat(found()).hasSize(1);

        cameAt(dueAt().minusSeconds(1));

        assertThat(found()).isEmpty();
        department.bean(Lookout.class).look(dueAt().minusSeconds(1));
        assertThat(found()).as("the next cycle is watched").hasSize(1);
    }

    @Test
    void whatIsTakenOutIsOwedNoLonger() {
        cameAt(now);
        var due = dueAt();
        department
                .bean(Compiling.class)
                .retire(department.chief(), code, "系统下线")
                .orElseThrow();

        department.bean(Lookout.class).look(due.plus(Duration.ofDays(1)));

        assertThat(found()).isEmpty();
    }

    @Test
    void theExchangeCentreAndSupervisionShowIt() {
        cameAt(now.minus(Duration.ofDays(3)));
        var visitor = Employer.at(StartedPlatform.shared(), department.organisation());
        var lead = visitor.signIn(visitor.hires(Compiling.CHIEF));
        var supervisor = visitor.signIn(visitor.hires("supervisor"));

        assertThat(lead.opens("/desk/exchange").body())
                .contains("/desk/catalog/" + code.key(), "超期未更新", "更新超期和临期的数据资源（超期 1 项，共 1 项）");
        assertThat(supervisor
                        .opens("/desk/supervision/findings?rule=stale-resource")
                        .body())
                .contains("台账", "共享数据超期未更新");
        var finding = found().getFirst().id();
        assertThat(supervisor.opens("/desk/supervision/findings/" + finding).body())
                .contains("/desk/catalog/" + code.key(), code.value(), "政务数据共享条例");
    }
}
