package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.DocumentTemplate.Numbering;
import org.tongqu.engines.packs.DocumentTemplate.Scheme;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.WorkingCalendar;

/** FEATURE: the small rules that documents, lists and roles of every pack rely on. */
class SmallPartsTest {

    private static final Pack PACK = RealPacks.read().packs().getFirst();
    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());
    private static final Moment NOW =
            new Moment(Instant.parse("2026-03-02T02:00:00Z"), WorkingCalendar.of("plain", Set.of(2026), List.of()));

    private static CaseState completed(CaseState before, String outcome, String officer) {
        var actor = Actor.officer(officer, officer, "office", Set.of("acceptor", "reviewer", "decider"));
        var task = before.openTasks().getFirst().id();
        var command = new CaseCommand.Complete(task, outcome, "x", NO_FACTS);
        var events = Cases.decide(PACK.process(), before, command, actor, NOW).orElseThrow();
        return Cases.replay(PACK.process(), before, events);
    }

    @Test
    void rolesAreApartWhicheverOfThemWasHeldFirst() {
        var opened = Cases.replay(
                PACK.process(),
                CaseState.none(),
                Cases.decide(
                                PACK.process(),
                                CaseState.none(),
                                new CaseCommand.Open("c", PACK.clocks(), NO_FACTS, "a", "office"),
                                Actor.applicant("a", "a"),
                                NOW)
                        .orElseThrow());
        var reviewed = completed(completed(opened, "accept", "one"), "pass", "two");
        var sentBack = completed(reviewed, "back", "three");

        assertThat(Apart.barredBy(PACK, reviewed, "decide", "two"))
                .map(Role::code)
                .contains("reviewer");
        assertThat(Apart.barredBy(PACK, sentBack, "review", "three"))
                .map(Role::code)
                .contains("decider");
        assertThat(Apart.barredBy(PACK, sentBack, "review", "one")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"林,林", "林溪,林*", "林若溪,林*溪", "13800000001,1*********1"})
    void aNameOrNumberThatIsMaskedShowsItsEndsAtMost(String whole, String shown) {
        var field = new FactField("n", Label.same("n"), "answers.n", FactField.Show.MASKED, Optional.empty());
        var facts = Datum.empty().with("answers.n", Datum.of(whole));

        assertThat(FactTexts.text(PACK, field, facts, Language.ZH, code -> code))
                .contains(shown);
    }

    @Test
    void aYearlyNumberHasFiveDigits() {
        var numbering = new Numbering(Scheme.YEARLY, Map.of("prefix", "云市监登字"));

        assertThat(Documents.yearly(numbering, LocalDate.of(2026, 3, 2), 1)).isEqualTo("云市监登字〔2026〕00001号");
    }

    @Test
    void theContentHashIsAlsoThatOfTheNames(@TempDir Path elsewhere) throws IOException {
        var copy = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), elsewhere);
        var before = PackReader.read(copy).packs().getFirst().contentHash();

        // as long as before, and in the same place of the order: nothing but the name differs
        Files.move(copy.resolve("notices/lapsed.yaml"), copy.resolve("notices/lapsee.yaml"));

        assertThat(PackReader.read(copy).packs().getFirst().contentHash()).isNotEqualTo(before);
    }
}
