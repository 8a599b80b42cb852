package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.IndicatorPacks;
import org.tongqu.engines.packs.reading.PackReader;

/** FEATURE: statistical indicators are declared in a pack, and whatever cannot be meant is said with file and line. */
class IndicatorPacksTest {

    private static final Path SHIPPED = RealPacks.root().resolve("data-resources/statistical-indicators");

    @TempDir
    private Path elsewhere;

    @Test
    void thoseOfTheDemoAreShipped() {
        var reading = IndicatorPacks.readAll(RealPacks.root());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.topics()).hasSizeGreaterThan(8);
        assertThat(reading.topics().stream()
                        .mapToInt(topic -> topic.indicators().size())
                        .sum())
                .isGreaterThan(39);
        assertThat(PackReader.folders(RealPacks.root())).doesNotContain(SHIPPED);
    }

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            04-trade.yaml             | topic: trade               | topic: Trade               | indicator-code
            04-trade.yaml             | topic: trade               | topic: farming             | indicator-topic-twice
            04-trade.yaml             | code: exports              | code: Exports              | indicator-code
            04-trade.yaml             | code: exports              | code: gdp                  | indicator-twice
            04-trade.yaml             | every: month               | every: week                | pack-choice
            04-trade.yaml             | every: month               | evry: month                | pack-key-unknown
            04-trade.yaml             | decimals: 2                | decimals: 9                | pack-value-kind
            04-trade.yaml             | formula: exports + imports | formula: exports + import  | indicator-unknown
            04-trade.yaml             | formula: exports + imports | formula: exports +         | evaluation-formula
            04-trade.yaml             | formula: exports + imports | formula: 3 + 4             | indicator-constant
            04-trade.yaml             | formula: exports + imports | formula: exports + gdp     | indicator-period
            04-trade.yaml             | formula: exports + imports | formula: exports + cpi     | indicator-spread
            04-trade.yaml             | formula: exports + imports | formula: foreign_trade * 2 | indicator-cycle
            04-trade.yaml             | regions-sum: 0.5           | regions-sum: some          | pack-value-kind
            05-prices.yaml            | change: 8                  | regions-sum: 1             | indicator-check
            05-prices.yaml            | change: 8                  | never-falls: true          | indicator-check
            05-prices.yaml            | range: [80, 130]           | range: [130, 80]           | pack-value-kind
            01-national-accounts.yaml | gdp_secondary, gdp_tertiary| gdp_secondary, gdp_tertary | indicator-unknown
            """)
    void whatIsWrongIsSaidWithFileAndLine(String file, String from, String to, String code) throws IOException {
        var copy = BrokenPacks.copy(SHIPPED, elsewhere);
        var place = copy.resolve("indicators").resolve(file);
        var text = Files.readString(place);
        assertThat(text).contains(from);
        Files.writeString(place, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));

        var reading = IndicatorPacks.readAll(copy);

        assertThat(reading.topics()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).startsWith("indicators/");
            assertThat(problem.line()).isPositive();
            assertThat(problem.text() + problem.fix()).doesNotContain("{0}", "{1}", "{2}");
        });
    }

    @Test
    void theCommandTellsGoodFromBrokenByItsExitCode() throws IOException {
        assertThat(told(SHIPPED)).isEqualTo(PackCommand.GOOD);
        var copy = BrokenPacks.copy(SHIPPED, elsewhere);
        var file = copy.resolve("indicators/04-trade.yaml");
        Files.writeString(file, Files.readString(file).replace("exports + imports", "exports + foreign_trade"));
        assertThat(told(copy)).isEqualTo(PackCommand.PROBLEMS);
    }

    private static int told(Path folder) {
        var out = new ByteArrayOutputStream();
        return PackCommand.run(List.of("check", folder.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
