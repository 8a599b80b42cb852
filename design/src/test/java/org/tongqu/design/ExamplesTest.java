package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.design.Comfort.Theme;
import org.tongqu.design.Gallery.Shell;
import org.tongqu.design.examples.AllExamples;

/** What must hold for every component in every state. */
class ExamplesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte/design");

    private record Drawn(String name, String html) {}

    @Test
    void everyComponentHasExamples() throws IOException {
        var shown = AllExamples.list().stream().map(e -> e.template()).toList();

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(components()).isNotEmpty().containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void theGallerySaysTheSameInBothLanguages() {
        assertThat(Gallery.bundle().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noComponentLacksAWord(Language language) {
        var bundle = Gallery.bundle();

        drawn(bundle.in(language));

        assertThat(bundle.askedInVain()).isEmpty();
    }

    @Test
    void noComponentTrustsWhatWasTyped() {
        var hostile = new HostileTexts(Gallery.words(Language.ZH));

        for (var drawn : drawn(hostile)) {
            assertThat(drawn.html())
                    .as(drawn.name())
                    .doesNotContain("<script")
                    .doesNotContain("<img")
                    .doesNotContain("\" onfocus=");
        }
    }

    @Test
    void nothingNeedsInlineStylesOrScripts() {
        var inline = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");

        for (var drawn : all()) {
            assertThat(inline.matcher(drawn.html()).find()).as(drawn.name()).isFalse();
        }
    }

    @Test
    void labelsAndHintsPointAtWhatIsThere() {
        for (var drawn : drawn(Gallery.words(Language.ZH))) {
            var ids = found("\\sid=\"([^\"]+)\"", drawn.html());

            assertThat(ids).as(drawn.name()).doesNotHaveDuplicates();
            for (var attribute : List.of("for", "aria-describedby", "aria-labelledby")) {
                for (var references : found("\\s" + attribute + "=\"([^\"]+)\"", drawn.html())) {
                    assertThat(ids)
                            .as(drawn.name() + " " + attribute)
                            .contains(references.strip().split("\\s+"));
                }
            }
        }
    }

    @Test
    void everyInputHasALabel() {
        for (var drawn : drawn(Gallery.words(Language.ZH))) {
            var labelled = new HashSet<>(found("<label[^>]*\\sfor=\"([^\"]+)\"", drawn.html()));
            for (var input : found("(<(?:input|select|textarea)\\b[^>]*>)", drawn.html())) {
                if (input.contains("type=\"hidden\"") || input.contains("type=\"search\" value")) {
                    continue;
                }
                var id = found("\\sid=\"([^\"]+)\"", input);
                assertThat(id).as(input).isNotEmpty();
                assertThat(labelled).as(drawn.name()).contains(id.getFirst());
            }
        }
    }

    @Test
    void everyTagThatOpensCloses() {
        for (var drawn : all()) {
            assertThat(HtmlBalance.problem(drawn.html())).as(drawn.name()).isEmpty();
        }
    }

    @Test
    void aTagThatStaysOpenIsNoticed() {
        assertThat(HtmlBalance.problem("<p><b>x</p>")).isNotEmpty();
        assertThat(HtmlBalance.problem("<p>x<br></p><path d=\"M0\"/>")).isEmpty();
    }

    @Test
    void theGalleryShowsAllOfThemInBothShells() throws IOException {
        for (var drawn : all()) {
            if (drawn.name().startsWith("gallery")) {
                for (var component : components()) {
                    assertThat(drawn.html()).contains("id=\"" + component.replace('/', '-') + "\"");
                }
            }
        }
    }

    private static List<Drawn> all() {
        var all = new ArrayList<>(drawn(Gallery.words(Language.ZH)));
        for (var shell : Shell.values()) {
            var words = Gallery.words(Language.EN);
            var page = Gallery.page(GalleryFrame.of(words, shell, Theme.AUTO), shell);
            all.add(new Drawn("gallery " + shell, Rendering.of("GalleryPage", Map.of("page", page))));
        }
        return all;
    }

    private static List<Drawn> drawn(Texts texts) {
        var drawn = new ArrayList<Drawn>();
        for (var examples : AllExamples.list()) {
            for (var example : examples.in(texts)) {
                var html = Rendering.of(examples.template(), example.record());
                drawn.add(new Drawn(examples.template() + " " + example.state(), html));
            }
        }
        return drawn;
    }

    /** Templates that a page may use by themselves: not parts, and not the ones that choose or head a field. */
    private static List<String> components() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> TEMPLATES.relativize(file).getNameCount() == 2)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".jte", ""))
                    .filter(name -> !name.endsWith("Part") && !name.matches(".*/(Any|Question).*"))
                    .toList();
        }
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }
}
