package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.data.Datum;

/** FEATURE: a body sees of the one form what its own part needs. */
class SightTest {

    @Test
    void onlyWhatIsNamedIsLeftOfTheAnswers() {
        var row = Datum.empty().with("name", Datum.of("Lin")).with("number", Datum.of("999901"));
        var all = (Datum.Fields) Datum.empty()
                .with("firm.name", Datum.of("First Ltd"))
                .with("firm.code", Datum.of("91"))
                .with("owners", Datum.of(List.of(row)))
                .with("phone", Datum.of("139"))
                .with("parts.later", new Datum.Truth(true));

        var seen = new Sight(Set.of("firm", "owners.name", "gone"), Set.of()).of(all);

        assertThat(seen.fields("firm")).hasSize(2);
        assertThat(seen.items("owners")).containsExactly(Datum.empty().with("name", Datum.of("Lin")));
        assertThat(seen.at("phone").isNothing()).isTrue();
        assertThat(seen.truth("parts.later")).contains(true);
        assertThat(new Sight(Set.of("fir"), Set.of()).of(all).at("firm").isNothing())
                .isTrue();
    }

    @Test
    void whoeverIsNotNamedSeesEverythingAndWhoActsInTwoKindsSeesBoth() {
        for (var pack : RealPacks.read().packs()) {
            assertThat(Sight.of(pack, List.of())).isEmpty();
            assertThat(Sight.of(pack, List.of("nobody"))).isEmpty();
            if (pack.bodies().size() > 1) {
                var first = pack.bodies().get(0);
                var second = pack.bodies().get(1);
                var both = Sight.of(pack, List.of(first.kind(), second.kind())).orElseThrow();
                assertThat(both.answers()).containsAll(first.answers()).containsAll(second.answers());
                assertThat(both.of(pack.form().pages()))
                        .hasSizeLessThan(pack.form().pages().size());
            }
        }
    }
}
