package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.design.Comfort.Theme;
import org.tongqu.design.Gallery.Shell;
import org.tongqu.design.examples.AllExamples;
import org.tongqu.design.nav.Breadcrumbs;

/** Whole pages put together from the examples, to see the parts beside each other. */
class CompositionsTest {

    private static final Path FOLDER = Path.of("target/gallery");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pagesAreComposedOfComponents(Theme theme) throws IOException {
        for (var language : Language.values()) {
            write("home", Shell.PORTAL, language, theme, home(language));
            write("form", Shell.PORTAL, language, theme, of(language, "form/FormPage", 1));
            write("matter", Shell.PORTAL, language, theme, matter(language));
            write("inbox", Shell.DESK, language, theme, inbox(language));
        }
    }

    private static String home(Language l) {
        var w = Gallery.words(l);
        return of(l, "view/Hero", 0)
                + section(w.say("gallery.life"), cards(of(l, "view/Card", 0).repeat(6)))
                + section(
                        w.say("gallery.inbox"),
                        "<div class=\"two\"><div>" + of(l, "view/DataTable", 0) + "</div><div class=\"panel\">"
                                + of(l, "view/Timeline", 0) + "</div></div>")
                + section(
                        w.say("gallery.service"),
                        cards(of(l, "view/ServiceCard", 0).repeat(4)))
                + section(w.say("gallery.stat.open"), of(l, "view/StatTiles", 0));
    }

    private static String matter(Language l) {
        var w = Gallery.words(l);
        return of(l, "view/Receipt", 0)
                + section(w.say("gallery.progress"), of(l, "view/Timeline", 0))
                + section(w.say("gallery.about"), of(l, "form/CheckAnswers", 0));
    }

    private static String inbox(Language l) {
        var w = Gallery.words(l);
        var list = of(l, "nav/Tabs", 0)
                + of(l, "view/LampCounts", 0)
                + of(l, "form/FilterBar", 0)
                + of(l, "view/DataTable", 0);
        var open = "<h2>" + w.say("gallery.service") + "</h2>" + of(l, "view/KeyFacts", 0)
                + section(w.say("gallery.process"), of(l, "chart/ProcessDrawing", 0))
                + section(w.say("gallery.progress"), of(l, "view/Timeline", 0)) + of(l, "form/Radios", 0)
                + of(l, "form/TextArea", 0) + "<div class=\"actions\">" + of(l, "form/Button", 0)
                + of(l, "form/Button", 1) + of(l, "form/Button", 3) + "</div>";
        Content listed = output -> output.writeContent(list);
        Content opened = output -> output.writeContent(open);
        return "<h1>" + w.say("gallery.inbox") + "</h1>"
                + Rendering.of("DeskSplit", Map.of("list", listed, "open", opened));
    }

    private static String section(String title, String body) {
        return "<section class=\"section\"><h2>" + title + "</h2>" + body + "</section>";
    }

    private static String cards(String cards) {
        return "<div class=\"cards\">" + cards + "</div>";
    }

    private static String of(Language language, String template, int state) {
        var examples = AllExamples.list().stream()
                .filter(each -> each.template().equals(template))
                .findFirst()
                .orElseThrow();
        return Rendering.of(
                template, examples.in(Gallery.words(language)).get(state).record());
    }

    private static void write(String name, Shell shell, Language language, Theme theme, String body)
            throws IOException {
        var frame = GalleryFrame.of(Gallery.words(language), shell, theme);
        if (name.equals("home")) {
            frame = frame.at("home", Breadcrumbs.none());
        }
        Content content = output -> output.writeContent(body);
        var template = shell == Shell.DESK ? "DeskShell" : "PortalShell";
        var parts = new HashMap<String, Object>(Map.of("frame", frame, "body", content));
        if (shell == Shell.DESK) {
            var search = of(language, "form/SearchBox", 1);
            parts.put("top", (Content) output -> output.writeContent(search));
        }
        var html = Rendering.of(template, parts);
        assertThat(html.split("<h1", -1)).as(name).hasSize(2);
        assertThat(HtmlBalance.problem(html)).isEmpty();
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + "-" + language + "-" + theme + ".html"), GalleryFilesTest.onDisk(html));
    }
}
