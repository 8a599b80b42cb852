package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.scenarios.ScenarioRunner;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.text.Language;

/** FEATURE: the packs that are shipped are whole, and what they tell of themselves is true. */
class ShippedPacksTest {

    @Test
    void everyShippedPackIsWithoutAnyProblem() {
        var reading = RealPacks.read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.packs()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioComesTrue() {
        return RealPacks.read().packs().stream()
                .flatMap(pack -> ScenarioRunner.run(pack).stream())
                .map(result -> DynamicTest.dynamicTest(
                        result.scenario().title().en(),
                        () -> assertThat(result.misses()).isEmpty()));
    }

    @Test
    void scenariosShowEveryWayToEnd() {
        for (var pack : RealPacks.read().packs()) {
            Set<String> shown = new TreeSet<>();
            pack.scenarios().forEach(scenario -> scenario.then().result().ifPresent(shown::add));
            var possible = new TreeSet<>(pack.process().results());
            possible.add("withdrawn");

            assertThat(shown).isEqualTo(possible);
        }
    }

    @Test
    void whatTheDemoCityInventsPassesTheForm() {
        var invented = RealPacks.read().packs().stream()
                .filter(pack -> !pack.demo().equals(Demo.NONE))
                .toList();
        assertThat(invented).isNotEmpty();
        for (var pack : invented) {
            Property.holds(200, random -> {
                var answers = DemoAnswers.make(pack.demo(), RealPacks.TOWN, LocalDate.of(2026, 3, 2), random);

                assertThat(Forms.check(pack.form(), pack.schema(), answers))
                        .as(answers.canonical())
                        .isEmpty();
            });
        }
    }

    @Test
    void theSameSeedInventsTheSameApplication() {
        var pack = RealPacks.read().packs().getFirst();

        var once = DemoAnswers.make(pack.demo(), RealPacks.TOWN, LocalDate.of(2026, 3, 2), new SplittableRandom(7));
        var again = DemoAnswers.make(pack.demo(), RealPacks.TOWN, LocalDate.of(2026, 3, 2), new SplittableRandom(7));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void everyFieldOfADocumentIsFilledInBothLanguages() {
        for (var pack : RealPacks.read().packs()) {
            var facts = org.tongqu.kernel.data.Datum.empty()
                    .with("answers", pack.scenarios().getFirst().given().answers())
                    .with("licence.number", org.tongqu.kernel.data.Datum.of("91999901MA0A00014U"))
                    .with("licence.issuedOn", org.tongqu.kernel.data.Datum.of("2026-03-02"))
                    .with("decision.organisation", org.tongqu.kernel.data.Datum.of("登记机关"))
                    .with("case.organisation.name", org.tongqu.kernel.data.Datum.of("登记机关"));
            for (var template : pack.documents()) {
                for (var language : Language.values()) {
                    var filled = Documents.fill(pack, template, facts, language, code -> "云州市")
                            .orElseThrow();

                    assertThat(filled).hasSameSizeAs(template.fields());
                    assertThat(filled)
                            .allSatisfy(field -> assertThat(field.text()).isNotBlank());
                }
            }
        }
    }

    @Test
    void theCommandSaysGoodAndDrawsThePack() {
        var out = new ByteArrayOutputStream();

        assertThat(run(out, "test", RealPacks.root().toString())).isEqualTo(PackCommand.GOOD);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("✔").doesNotContain("✘");
        assertThat(run(out, "graph", RealPacks.root().toString())).isEqualTo(PackCommand.GOOD);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("flowchart LR");
    }

    @Test
    void anUnusableCallIsTold(@TempDir Path empty) {
        var out = new ByteArrayOutputStream();

        assertThat(run(out)).isEqualTo(PackCommand.UNUSABLE);
        assertThat(run(out, "check", empty.toString())).isEqualTo(PackCommand.UNUSABLE);
        assertThat(run(out, "dance", RealPacks.root().toString())).isEqualTo(PackCommand.UNUSABLE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("用法").contains("Usage");
    }

    @Test
    void packsAreDeclarationsAndNoProgram() throws IOException {
        try (var files = Files.walk(RealPacks.root())) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".java") || name.endsWith(".class")))
                    .isEmpty();
        }
    }

    @Test
    void theContentHashTellsTwoFoldersApart(@TempDir Path elsewhere) throws IOException {
        var folder = PackReader.folders(RealPacks.root()).getFirst();
        var copy = BrokenPacks.copy(folder, elsewhere);
        var before = PackReader.read(copy).packs().getFirst().contentHash();
        var texts = copy.resolve("texts/en.yaml");
        Files.writeString(texts, Files.readString(texts) + "# changed\n");

        assertThat(PackReader.read(folder).packs().getFirst().contentHash()).isEqualTo(before);
        assertThat(PackReader.read(copy).packs().getFirst().contentHash()).isNotEqualTo(before);
    }

    private static int run(ByteArrayOutputStream out, String... args) {
        return PackCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
