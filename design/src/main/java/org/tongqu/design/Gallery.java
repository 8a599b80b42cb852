package org.tongqu.design;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.tongqu.design.examples.AllExamples;
import org.tongqu.design.examples.Examples;

/** Shows every component in every state, so that a change is seen before people see it. */
public final class Gallery {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Gallery.class.getClassLoader(), "org.tongqu.design.precompiled");

    private Gallery() {}

    /** Which shell is drawn around the gallery. */
    public enum Shell {
        PORTAL,
        DESK
    }

    /** What {@code design/GalleryPage.jte} takes. */
    public record GalleryPage(PageFrame frame, Shell shell, Texts words, List<Part> parts) implements Page {
        public GalleryPage {
            parts = List.copyOf(parts);
        }
    }

    /** The components of one kind. */
    public record Part(String id, String title, List<Shown> components) {
        public Part {
            components = List.copyOf(components);
        }
    }

    /** A component with its states, already drawn. */
    public record Shown(String name, List<State> states) {
        public Shown {
            states = List.copyOf(states);
        }
    }

    public record State(String name, String html) {}

    /** @param frame gives the language; its title is kept */
    public static GalleryPage page(PageFrame frame, Shell shell) {
        var words = words(frame.texts().language());
        var parts = List.of(part(words, "form"), part(words, "view"), part(words, "nav"), part(words, "chart"));
        return new GalleryPage(frame, shell, words, parts);
    }

    /** The words of the examples with those of the components. */
    public static Texts words(Language language) {
        return bundle().in(language);
    }

    static TextsBundle bundle() {
        return TextsBundle.load(List.of(file(Language.ZH)), List.of(file(Language.EN)));
    }

    private static URL file(Language language) {
        var place = "/texts/design/gallery/" + language.code() + ".properties";
        return Objects.requireNonNull(Gallery.class.getResource(place), place);
    }

    private static Part part(Texts words, String kind) {
        var components = AllExamples.list().stream()
                .filter(examples -> examples.template().startsWith(kind + "/"))
                .map(examples -> shown(examples, words, kind))
                .toList();
        return new Part(kind, words.say("gallery.part." + kind), components);
    }

    private static Shown shown(Examples examples, Texts words, String kind) {
        var states = examples.in(words).stream()
                .map(example -> new State(example.state(), html(examples.template(), example.record())))
                .toList();
        return new Shown(examples.template().substring(kind.length() + 1), states);
    }

    private static String html(String template, Object record) {
        var output = new StringOutput();
        ENGINE.render("design/" + template + ".jte", record, output);
        return output.toString();
    }
}
