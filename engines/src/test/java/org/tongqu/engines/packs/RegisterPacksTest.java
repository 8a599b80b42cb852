package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.RegisterPacks;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Tier;

/** FEATURE: a register is declared in a pack, and whatever in it leads nowhere is said with file and line. */
class RegisterPacksTest {

    private static final Path SHIPPED = RealPacks.root().resolve("data-resources");

    @TempDir
    private Path elsewhere;

    @Test
    void sevenBaseRegistersAndThoseOfThemesAreShipped() {
        var reading = RegisterPacks.readAll(RealPacks.root());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.registers().stream().collect(Collectors.groupingBy(Register::tier, Collectors.counting())))
                .containsEntry(Tier.BASE, 7L)
                .containsEntry(Tier.THEME, 13L);
        var population = reading.registers().stream()
                .filter(register -> register.code().equals("population"))
                .findFirst()
                .orElseThrow();
        assertThat(population.isPersonal()).isTrue();
        assertThat(population.relations()).extracting(Register.Relation::to).containsExactly("legal-person", "house");
        assertThat(population.findAttribute("phone").orElseThrow().sources())
                .containsExactly("human-resources", "health", "education", "matters");
        assertThat(population.findMatters()).isPresent();
        assertThat(population.findCalled("bornOn").orElseThrow().name()).isEqualTo("birthDate");
        assertThat(PackReader.folders(RealPacks.root())).noneMatch(folder -> folder.startsWith(SHIPPED));
    }

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            pack.yaml                | pack: data-resources/base-registers    | pack: base                            | pack-folder
            registers/population.yaml | use: former                           | use: beside                           | register-other-rule
            registers/population.yaml | evidence: {name: name, birthDate: date, address: address, phone: phone} | evidence: {name: name} | register-evidence
            registers/population.yaml | birthDate: date                       | birthday: date                        | register-attribute
            registers/house.yaml     | register: house                        | register: House                       | register-code
            registers/population.yaml | use: former                           | use: beside                           | register-other-rule
            registers/population.yaml | evidence: {name: name, birthDate: date, address: address, phone: phone} | evidence: {name: name} | register-evidence
            registers/population.yaml | birthDate: date                       | birthday: date                        | register-attribute
            registers/house.yaml     | register: house                        | registr: house                        | pack-key-unknown
            registers/house.yaml     | tier: base                             | tier: basic                           | pack-choice
            registers/house.yaml     | basis:                                 | bases:                                | pack-key-missing
            registers/house.yaml     | pattern: H[0-9]{14}                    | standard: none                        | register-identifier-rule
            registers/house.yaml     | pattern: H[0-9]{14}                    | pattern: H[0-9                        | register-pattern
            registers/house.yaml     | source: grid                           | source: natural-resources             | register-source-twice
            registers/population.yaml | days: 180                             | delivers: matters                     | register-matters-twice
            registers/population.yaml | also: [bornOn]                        | also: [name]                          | register-name-twice
            registers/house.yaml     | sources: [natural-resources, housing,  | sources: [natural-resource, housing,  | register-source
            registers/house.yaml     | name: room                             | name: building                        | register-name-twice
            registers/house.yaml     | name: building                         | name: the-building                    | register-name
            registers/house.yaml     | kind: code                             | kind: text                            | register-codes
            registers/house.yaml     | kind: number                           | kind: figure                          | pack-choice
            registers/house.yaml     | yields-after: 365                      | yields-after: -1                      | pack-value-kind
            registers/house.yaml     | to: population                         | to: people                            | register-relation-to
            registers/house.yaml     | by: ownerNumber                        | by: owner                             | register-attribute
            registers/population.yaml | use: former                           | use: beside                           | register-other-rule
            registers/population.yaml | evidence: {name: name, birthDate: date, address: address, phone: phone} | evidence: {name: name} | register-evidence
            registers/population.yaml | birthDate: date                       | birthday: date                        | register-attribute
            registers/house.yaml     | division: division                     | division: building                    | register-division
            registers/house.yaml     | longitude: longitude                   | longitude: room                       | register-mapped-kind
            registers/house.yaml     | longitude: longitude                   | longitude: longitud                   | register-attribute
            registers/house.yaml     | latitude: latitude                     | '#'                                   | register-half-point
            registers/natural-space.yaml | geometry: shape                    | geometry: parent                      | register-mapped-kind
            registers/natural-space.yaml | kinds: kind                        | kinds: name                           | register-mapped-kind
            registers/natural-space.yaml | time: surveyed                     | time: area                            | register-mapped-kind
            registers/house.yaml     | register: house                        | register: culture                     | register-twice
            """)
    void whatIsWrongIsSaidWithFileAndLine(String file, String from, String to, String code) throws IOException {
        BrokenPacks.copy(SHIPPED.resolve("theme-registers"), elsewhere);
        var copy = BrokenPacks.copy(SHIPPED.resolve("base-registers"), elsewhere);
        var text = Files.readString(copy.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(copy.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(from), to));

        var reading = RegisterPacks.read(copy);

        var line = 1 + (int) text.substring(0, text.indexOf(from)).lines().count();
        assertThat(reading.registers()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isBetween(file.equals("pack.yaml") ? 1 : Math.max(1, line - 8), line + 1);
            assertThat(problem.text() + problem.fix()).doesNotContain("{0}", "{1}");
        });
        assertThat(RegisterPacks.readAll(elsewhere).problems())
                .anySatisfy(problem -> assertThat(problem.file()).isEqualTo("data-resources/base-registers/" + file));
    }

    @Test
    void theCommandTellsGoodFromBrokenByItsExitCode() throws IOException {
        assertThat(told("check", SHIPPED.resolve("base-registers").toString())).isEqualTo(PackCommand.GOOD);
        assertThat(told("check", RealPacks.root().toString())).isEqualTo(PackCommand.GOOD);
        BrokenPacks.copy(SHIPPED.resolve("base-registers"), elsewhere);
        var copy = BrokenPacks.copy(SHIPPED.resolve("theme-registers"), elsewhere);
        var file = copy.resolve("registers/land.yaml");
        Files.writeString(file, Files.readString(file).replace("to: natural-space", "to: nowhere"));
        assertThat(told("check", copy.toString())).isEqualTo(PackCommand.PROBLEMS);
        assertThat(said).contains("registers/land.yaml:");
    }

    private String said = "";

    private int told(String... words) {
        var out = new ByteArrayOutputStream();
        var result = PackCommand.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return result;
    }
}
