package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.PackReader;

/** FEATURE: a comparison is declared in a pack, and whatever in it cannot be meant is said with file and line. */
class ComparisonPacksTest {

    private static final Path SHIPPED = RealPacks.root().resolve("data-resources/cross-checks");

    @TempDir
    private Path elsewhere;

    @Test
    void thoseOfTheDemoAreShipped() {
        var reading = ComparisonPacks.readAll(RealPacks.root());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.jobs()).extracting(ComparisonJob::finds).contains(Finds.BOTH, Finds.DIFFER, Finds.REPEATED);
        assertThat(reading.jobs()).extracting(ComparisonJob::code).contains("deceased-still-paid", "married-twice");
        assertThat(PackReader.folders(RealPacks.root())).doesNotContain(SHIPPED);
    }

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            deceased-still-paid.yaml    | comparison: deceased-still-paid | comparison: Deceased             | comparison-code
            deceased-still-paid.yaml    | comparison: deceased-still-paid | comparison: married-twice        | comparison-twice
            deceased-still-paid.yaml    | finds: both                     | finds: some                      | pack-choice
            deceased-still-paid.yaml    | finds: both                     | finds: repeated                  | comparison-against
            deceased-still-paid.yaml    | finds: both                     | finds: differ                    | comparison-pairs
            deceased-still-paid.yaml    | is: ["01"]                      | filled: true, above: 3           | comparison-test
            deceased-still-paid.yaml    | is: ["01"]                      | above: many                      | pack-value-kind
            deceased-still-paid.yaml    | expected: "02"                  | expected: "02", from: state      | comparison-expected
            deceased-still-paid.yaml    | key: [cert_no]                  | key: [cert_no, month]            | comparison-keys
            deceased-still-paid.yaml    | latest: month                   | latest: the month                | exchange-field
            deceased-still-paid.yaml    | basis:                          | bases:                           | pack-key-missing
            deceased-still-paid.yaml    | days: 5                         | days: 0                          | pack-value-kind
            one-number-two-names.yaml   | show: [month]                   | show: [monht]                    | comparison-column
            """)
    void whatIsWrongIsSaidWithFileAndLine(String file, String from, String to, String code) throws IOException {
        var copy = BrokenPacks.copy(SHIPPED, elsewhere);
        Files.createDirectories(copy.resolve("exchanges"));
        Files.writeString(copy.resolve("exchanges/low-income.yaml"), """
                exchange: low-income-to-medical-insurance
                title: {zh: 低保, en: Low income}
                source: {table: paid, key: [id]}
                target: {table: low_income, key: [cert_no, month]}
                columns:
                  - {to: cert_no, from: a}
                  - {to: month, from: b}
                  - {to: person_name, from: c}
                  - {to: benefit_name, from: d}
                  - {to: state, from: e}
                """, StandardCharsets.UTF_8);
        var place = copy.resolve("comparisons").resolve(file);
        var text = Files.readString(place);
        assertThat(text).contains(from);
        Files.writeString(place, text.replaceFirst(Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));

        var reading = ComparisonPacks.readAll(copy);

        assertThat(reading.jobs()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).startsWith("comparisons/");
            assertThat(problem.line()).isPositive();
            assertThat(problem.text() + problem.fix()).doesNotContain("{0}", "{1}");
        });
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            check: household-means | check: Means                            | comparison-code
            roles: [desk-chief     | rules: [desk-chief                      | pack-key-missing
            - question: vehicle    | - question: income                      | check-question-twice
            key: [owner_code]      | key: [owner_code, plate_no]             | check-key
            column: plate_no       | column: plate_number                    | comparison-column
            above: 45              | above: much                             | pack-value-kind
            clear:                 | clean:                                  | pack-key-missing
            """)
    void whatIsWrongWithACheckIsSaidWithFileAndLine(String from, String to, String code) throws IOException {
        var copy = BrokenPacks.copy(SHIPPED, elsewhere);
        var place = copy.resolve("checks/household-means.yaml");
        var text = Files.readString(place);
        assertThat(text).contains(from);
        Files.writeString(place, text.replaceFirst(Pattern.quote(from), to));

        var reading = ComparisonPacks.readAll(copy);

        assertThat(reading.checks()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo("checks/household-means.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.text() + problem.fix()).doesNotContain("{0}", "{1}");
        });
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            register: population | register: populaton              | comparison-register
            show: [name]         | show: [nam]                      | comparison-attribute
            show: [name]         | where: [{column: address, filled: true}] | comparison-sealed
            finds: differ        | finds: missing                   | comparison-register-finds
            key: [cert_no]       | key: [cert_no, month]            | comparison-register-key
            sensitivity: personal | sensitivity: internal           | comparison-register-sensitivity
            """)
    void whatCannotBeComparedWithARegisterIsSaid(String from, String to, String code) throws IOException {
        BrokenPacks.copy(RealPacks.root().resolve("data-resources/base-registers"), elsewhere);
        var folder = Files.createDirectories(elsewhere.resolve("city/checks/comparisons"));
        Files.writeString(
                elsewhere.resolve("city/checks/pack.yaml"),
                Files.readString(SHIPPED.resolve("pack.yaml")).replace("data-resources/cross-checks", "city/checks"));
        var job = """
                comparison: names
                title: {zh: 姓名, en: Names}
                meaning: {zh: 姓名不同, en: Another name}
                basis: {zh: 条例, en: Law}
                finds: differ
                about: {flow: somewhere, key: [cert_no]}
                against: {register: population, show: [name]}
                differ: [{about: name, against: name}]
                answer: {item: name, from: name}
                sensitivity: personal
                """;
        assertThat(job).contains(from);
        Files.writeString(folder.resolve("names.yaml"), job);
        assertThat(ComparisonPacks.readAll(elsewhere).problems())
                .noneMatch(problem -> problem.file().contains("names.yaml"));

        Files.writeString(folder.resolve("names.yaml"), job.replace(from, to));
        assertThat(ComparisonPacks.readAll(elsewhere).problems())
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void theCommandTellsGoodFromBrokenByItsExitCode() throws IOException {
        assertThat(told(SHIPPED)).isEqualTo(PackCommand.GOOD);
        var copy = BrokenPacks.copy(SHIPPED, elsewhere);
        var file = copy.resolve("comparisons/married-twice.yaml");
        Files.writeString(file, Files.readString(file).replace("finds: repeated", "finds: repeatd"));
        assertThat(told(copy)).isEqualTo(PackCommand.PROBLEMS);
    }

    private static int told(Path folder) {
        var out = new ByteArrayOutputStream();
        return PackCommand.run(List.of("check", folder.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
