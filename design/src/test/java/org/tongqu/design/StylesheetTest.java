package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: whoever reads a page can tell its words and its edges from the ground, in every theme. */
class StylesheetTest {

    private static final Path CSS = Path.of("src/main/resources/static/assets/design/tongqu.css");
    private static final String LIGHT = ":root, :root[data-theme=light] {";
    private static final String DARK = ":root[data-theme=dark] {";
    private static final String DARK_DEVICE = ":root:not([data-theme=light]):not([data-theme=contrast]) {";
    private static final String CONTRAST = ":root[data-theme=contrast] {";

    @ParameterizedTest
    @CsvSource(textBlock = """
            # words     , ground
            ink         , paper
            ink         , surface
            ink         , wash
            ink         , wash-2
            ink         , link-wash
            ink         , jade-wash
            ink         , amber-wash
            ink         , late-wash
            quiet       , paper
            quiet       , surface
            quiet       , wash
            quiet       , wash-2
            quiet       , link-wash
            on-seal     , seal
            on-seal     , seal-deep
            seal-ink    , paper
            seal-ink    , surface
            link        , paper
            link        , surface
            link        , wash
            link        , link-wash
            link-deep   , surface
            link-deep   , wash
            jade        , paper
            jade        , surface
            jade        , wash
            jade        , jade-wash
            jade        , link-wash
            amber       , paper
            amber       , surface
            amber       , wash
            amber       , amber-wash
            amber       , link-wash
            late        , paper
            late        , surface
            late        , wash
            late        , late-wash
            late        , link-wash
            pause       , paper
            pause       , surface
            pause       , wash
            pause       , link-wash
            """)
    void wordsStandOutFromTheirGround(String words, String ground) throws IOException {
        for (var theme : themes().entrySet()) {
            assertThat(contrast(theme.getValue(), words, ground))
                    .as("%s on %s, %s", words, ground, theme.getKey())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edge, surface",
        "edge, paper",
        "focus, paper",
        "focus, surface",
        "focus, wash",
        "seal-ink, surface",
        "seal-ink, wash",
        "jade, surface",
        "late, surface"
    })
    void edgesAndSignsStandOutFromTheirGround(String edge, String ground) throws IOException {
        for (var theme : themes().entrySet()) {
            assertThat(contrast(theme.getValue(), edge, ground))
                    .as("%s on %s, %s", edge, ground, theme.getKey())
                    .isGreaterThanOrEqualTo(3.0);
        }
    }

    @Test
    void highContrastIsHigher() throws IOException {
        var theme = tokens(CONTRAST);

        assertThat(contrast(theme, "quiet", "wash")).isGreaterThanOrEqualTo(7);
        assertThat(contrast(theme, "link", "paper")).isGreaterThanOrEqualTo(7);
        assertThat(contrast(theme, "late", "surface")).isGreaterThanOrEqualTo(7);
        assertThat(contrast(theme, "on-seal", "seal")).isGreaterThanOrEqualTo(7);
    }

    @Test
    void everyThemeDefinesTheSameTokens_andDarkIsOneTheme() throws IOException {
        var light = tokens(LIGHT);

        themes().forEach((name, tokens) -> assertThat(tokens.keySet()).as(name).isEqualTo(light.keySet()));
        assertThat(tokens(DARK_DEVICE)).isEqualTo(tokens(DARK));
    }

    @Test
    void paperIsNeverPrintedDark() throws IOException {
        var css = Files.readString(CSS);

        assertThat(css.lastIndexOf("@media screen", css.indexOf(DARK))).isPositive();
        assertThat(css.lastIndexOf("@media screen", css.indexOf(DARK_DEVICE))).isPositive();
        assertThat(css.substring(css.indexOf("@media print"))).contains(":root:root { --paper: #fff;");
    }

    @Test
    void whatAPageLoadsStaysSmall() throws IOException {
        for (var shell : List.of("portal.css", "desk.css")) {
            assertThat(Files.size(CSS) + Files.size(CSS.resolveSibling(shell)))
                    .as(shell)
                    .isLessThanOrEqualTo(40_000);
        }
    }

    @Test
    void coloursAreTokens() throws IOException {
        var colour = Pattern.compile("#[0-9a-f]{3,8}\\b|\\brgba?\\(|\\bhsl");
        var rules = sheets().lines()
                .filter(line ->
                        !line.strip().startsWith("--") && !line.contains(":root:root {") && !line.startsWith(".qr-"))
                .filter(line -> colour.matcher(line).find())
                .toList();

        assertThat(rules).isEmpty();
    }

    @Test
    void everyTokenThatIsUsedIsDefined() throws IOException {
        var defined = Pattern.compile("(--[a-z0-9-]+):")
                .matcher(Files.readString(CSS))
                .results()
                .map(hit -> hit.group(1))
                .toList();

        assertThat(Pattern.compile("var\\((--[a-z0-9-]+)")
                        .matcher(sheets())
                        .results()
                        .map(hit -> hit.group(1)))
                .isNotEmpty()
                .allSatisfy(used -> assertThat(defined).contains(used));
    }

    private static String sheets() throws IOException {
        return Files.readString(CSS)
                + Files.readString(CSS.resolveSibling("portal.css"))
                + Files.readString(CSS.resolveSibling("desk.css"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"prefers-reduced-motion", ":focus-visible", "@media print", "forced-colors", "data-size=large"})
    void itThinksOf(String need) throws IOException {
        assertThat(Files.readString(CSS)).contains(need);
    }

    private static Map<String, Map<String, String>> themes() throws IOException {
        return Map.of("light", tokens(LIGHT), "dark", tokens(DARK), "contrast", tokens(CONTRAST));
    }

    private static Map<String, String> tokens(String selector) throws IOException {
        var css = Files.readString(CSS);
        int start = css.indexOf(selector);
        assertThat(start).as(selector).isNotNegative();
        var block = css.substring(start + selector.length(), css.indexOf('}', start));
        var tokens = new LinkedHashMap<String, String>();
        Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{6});")
                .matcher(block)
                .results()
                .forEach(hit -> tokens.put(hit.group(1), hit.group(2)));
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double a = luminance(Objects.requireNonNull(tokens.get(one), one));
        double b = luminance(Objects.requireNonNull(tokens.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int place) {
        double value = Integer.parseInt(colour.substring(place, place + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
