package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;

/** FEATURE: one goes back through a long list page by page. */
class TrailTest {

    @Test
    void goingOnAndBackLeadsThroughTheSamePages() {
        var first = Trail.of("");
        var second = Trail.of(first.onTo("2026-11-22T01:00:00Z~a~b").toString());
        var third = Trail.of(second.onTo("2026-11-21T01:00:00Z~c~d").toString());

        assertThat(first.isFirst()).isTrue();
        assertThat(third.start()).contains("2026-11-21T01:00:00Z~c~d");
        assertThat(third.back()).isEqualTo(second);
        assertThat(third.back().back()).isEqualTo(first);
        assertThat(first.back()).isEqualTo(first);
    }

    @Test
    void theLinksLeadToTheRowsBeforeAndToTheRowsAfter() {
        var texts = Rendering.ZH;
        var third = Trail.of("a!b");

        var pages = Pagination.of(texts, third, Optional.of("c"), trail -> "/list?after=" + trail, "");
        var start = Pagination.of(texts, Trail.of(null), Optional.empty(), trail -> "/list?after=" + trail, "");

        assertThat(pages.previous()).isEqualTo("/list?after=a");
        assertThat(pages.next()).isEqualTo("/list?after=a!b!c");
        assertThat(start.previous()).isEmpty();
        assertThat(start.next()).isEmpty();
    }

    @Test
    void aFullPageGoesOnAfterItsLastRow() {
        assertThat(Trail.next(List.of(7, 5, 3), 3, row -> row)).contains("3");
        assertThat(Trail.next(List.of(7, 5), 3, row -> row)).isEmpty();
        assertThat(Trail.next(List.<Integer>of(), 3, row -> row)).isEmpty();
    }

    @Test
    void aStartThatIsNoNumberIsTheFirstPage() {
        assertThat(Trail.of("40!21").number()).contains(21L);
        assertThat(Trail.of("40!x").number()).isEmpty();
        assertThat(Trail.of("9".repeat(19)).number()).isEmpty();
        assertThat(Trail.of("").number()).isEmpty();
    }

    @Test
    void anAddressDoesNotGrowForEver() {
        var trail = Trail.of("");
        for (int i = 0; i < 100; i++) {
            trail = trail.onTo("row-" + i);
        }

        assertThat(trail.starts()).hasSize(20).endsWith("row-98", "row-99");
    }
}
