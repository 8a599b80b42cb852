package org.tongqu.platform.front.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.design.Language;
import org.tongqu.design.Page;
import org.tongqu.design.TextsBundle;

/** FEATURE: every page of the portal can be drawn in both languages and never trusts what somebody typed. */
class PagesTest {

    private static final String HOSTILE = "</title><script>alert(1)</script>\" onfocus=\"alert(2)";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PagesTest.class.getClassLoader(), "org.tongqu.platform.precompiled");
    private static final TextsBundle BUNDLE = TextsBundle.load(files("zh"), files("en"));

    private static List<URL> files(String language) {
        return List.of(
                Objects.requireNonNull(PagesTest.class.getResource("/texts/front/portal/" + language + ".properties")));
    }

    static Stream<Arguments> pages() {
        return Stream.of(Language.values())
                .flatMap(language -> new PageExamples(BUNDLE.in(language), "云州青禾文化")
                        .all().keySet().stream().map(template -> Arguments.of(language, template)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsDrawnWithNoSentenceMissing(Language language, String template) throws IOException {
        var page = drawn(language, template, "云州青禾文化");

        assertThat(page)
                .contains("lang=\"" + language.tag() + "\"", "<h1", "云州青禾文化")
                .doesNotContain("⟦");
        keep(language, template, page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatSomebodyTypedIsNeverPartOfThePage(Language language, String template) {
        assertThat(drawn(language, template, HOSTILE))
                .doesNotContain("<script>alert")
                .doesNotContainPattern("=\"[^\"<>()]*alert\\(1\\)&lt;/script&gt;\" onfocus=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageNeedsAnythingOfItsOwn(Language language, String template) {
        assertThat(drawn(language, template, "x")).doesNotContain(" style=", "<style", "<script", " onclick=");
    }

    private static String drawn(Language language, String template, String typed) {
        Page page = Objects.requireNonNull(
                new PageExamples(BUNDLE.in(language), typed).all().get(template));
        var out = new StringOutput();
        TEMPLATES.render("front/portal/" + template + ".jte", page, out);
        return out.toString();
    }

    /** For looking at: each page as a file beside the build. */
    private static void keep(Language language, String template, String page) throws IOException {
        var folder = Path.of("target", "portal-pages");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(template + "-" + language.code() + ".html"), page);
    }
}
