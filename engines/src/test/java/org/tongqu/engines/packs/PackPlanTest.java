package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.plan.PackPlan;
import org.tongqu.engines.packs.plan.PackPlan.Flag;
import org.tongqu.engines.packs.reading.PackReader;

/** FEATURE: before a changed pack is applied, a designer sees what that would do. */
class PackPlanTest {

    private static final Path SHIPPED = PackReader.folders(RealPacks.root()).getFirst();

    @TempDir
    private Path root;

    private Path changed;

    @BeforeEach
    void copy() {
        changed = BrokenPacks.copy(SHIPPED, root);
    }

    private void change(String file, String from, String to) {
        try {
            var path = changed.resolve(file);
            var text = Files.readString(path);
            assertThat(text).contains(from);
            Files.writeString(path, text.replace(from, to));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private PackPlan plan() {
        var after = PackReader.read(changed);
        assertThat(after.hasErrors()).as("%s", after.problems()).isFalse();
        return PackPlan.of(
                PackReader.read(SHIPPED).packs().getFirst(), after.packs().getFirst());
    }

    private int run(ByteArrayOutputStream out, Path folder, Path against) {
        return PackCommand.run(
                List.of("plan", folder.toString(), "--against", against.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void theSamePackChangesNothing() {
        var out = new ByteArrayOutputStream();

        assertThat(run(out, changed, SHIPPED)).isEqualTo(PackCommand.GOOD);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("没有变化", "nothing changes");
    }

    @Test
    void aRemarkIsNoChange() {
        change("texts/en.yaml", "task.accept:", "# a remark\ntask.accept:");

        assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void aBetterPromiseUnderANewVersionBreaksNothing() {
        change("pack.yaml", "version: \"1\"", "version: \"2\"");
        change("pack.yaml", "limit: 2 working days", "limit: 1 working day");
        var out = new ByteArrayOutputStream();

        assertThat(plan().flags()).isEmpty();
        assertThat(run(out, changed, SHIPPED)).isEqualTo(PackCommand.GOOD);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 → 2", "limit promised");
    }

    // what is replaced in a shipped pack, and the flag that must be raised for it
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pack.yaml                       | limit: 3 working days      | limit: 5 working days       | limit     | statutory
            pack.yaml                       | fee: {free: true}          | fee: {yuan: 10, basis: {zh: 收费标准, en: Price list}} | fee | fee
            pack.yaml                       | level: county              | level: city                 | office    | dispatch
            documents/business-licence.yaml | department: "9"            | department: "1"             | document  | business-licence number
            registers/legal-person.yaml     | phone: answers.contact.phone | contact: answers.contact.phone | register | legal-person.phone
            registers/legal-person.yaml     | name: answers.companyName  | name: case.organisation.name | register | legal-person.name
            publications/registered.yaml    | from: decision.on, show: date} | from: decision.on, show: date}\\n  - {name: opened, label: {zh: 申请日期, en: Applied on}, from: case.openedOn, show: date} | published | registered.opened
            """)
    void whatBreaksAPromiseIsFlagged(String file, String from, String to, String code, String what) {
        change("pack.yaml", "version: \"1\"", "version: \"2\"");
        change(file, from, to.replace("\\n", "\n"));

        var flags = plan().flags();

        assertThat(flags).contains(new Flag(code, what));
    }

    @Test
    void aChangeWithoutANewVersionIsFlagged() {
        change("pack.yaml", "visits: 0", "visits: 1\n  visitsWhy: {zh: 核验身份, en: To see who you are}");

        assertThat(plan().flags()).containsExactly(new Flag("version", "1"));
    }

    @Test
    void aBrokenPackIsNotPlannedButSaid() {
        change("texts/zh.yaml", "outcome.accept", "outcome.acept");
        var out = new ByteArrayOutputStream();

        assertThat(run(out, changed, SHIPPED)).isEqualTo(PackCommand.PROBLEMS);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("texts/zh.yaml:")
                .doesNotContain("→");
    }

    @Test
    void anUnusableCallIsTold() {
        var out = new ByteArrayOutputStream();

        assertThat(run(out, changed, root.resolve("nowhere"))).isEqualTo(PackCommand.UNUSABLE);
        assertThat(PackCommand.run(List.of("plan", changed.toString()), new PrintStream(out)))
                .isEqualTo(PackCommand.UNUSABLE);
    }

    @Test
    void aServiceThatIsNewOrGoneIsToldWhole(@TempDir Path other) throws IOException {
        var moved = other.resolve(SHIPPED.getName(SHIPPED.getNameCount() - 2)).resolve("another");
        Files.createDirectories(moved.getParent());
        Files.move(changed, moved);
        var manifest = moved.resolve("pack.yaml");
        var text = Files.readString(manifest);
        var id = PackReader.read(SHIPPED).packs().getFirst().id();
        Files.writeString(manifest, text.replace("pack: " + id, "pack: " + id.replaceAll("/.*", "/another")));

        var plans = PackPlan.all(
                PackReader.read(SHIPPED).packs(), PackReader.read(moved).packs());

        assertThat(plans).hasSize(2);
        assertThat(plans.getFirst().versions().before()).isEmpty();
        assertThat(plans.getFirst().flags()).isEmpty();
        assertThat(plans.getLast().flags()).containsExactly(new Flag("gone", id));
        assertThat(plans.getLast().changes()).hasSameSizeAs(plans.getFirst().changes());
    }

    /** The whole report as it stands in {@code golden/plan.txt}; written anew with {@code -Dgenerated=write}. */
    @Test
    void theReportReadsAsItIsKept() throws IOException {
        change("pack.yaml", "version: \"1\"", "version: \"2\"");
        change("pack.yaml", "limit: 2 working days", "limit: 3 working days");
        change(
                "process/registration.bpmn",
                "tongqu:performer=\"role:decider\" tongqu:limit=\"1 working day\"",
                "tongqu:performer=\"role:decider\" tongqu:limit=\"2 working days\"");
        change("registers/legal-person.yaml", "  phone: answers.contact.phone\n", "");
        change("supervision/clocks.yaml", "warnPercent: 80", "warnPercent: 70");
        Files.delete(changed.resolve("notices/lapsed.yaml"));
        change("scenarios/lapsed.yaml", "supplement-asked, lapsed", "supplement-asked");
        var out = new ByteArrayOutputStream();

        assertThat(run(out, changed, SHIPPED)).isEqualTo(PackCommand.PROBLEMS);
        var kept = Path.of("src/test/resources/golden/plan.txt");
        if (Objects.equals(System.getProperty("generated"), "write")) {
            Files.writeString(kept, out.toString(StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(kept));
    }
}
