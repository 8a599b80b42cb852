package org.tongqu.journeys._support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Looks at a page as its readers do: on a phone and on a wide screen, by day and by night. Each look leaves
 * a picture in {@code target/screens}, and fails when axe finds anything at WCAG 2.2 AA or when the page is
 * wider than the screen.
 */
public final class Screens {

    /** Where the pictures of a run lie, relative to the journeys module. */
    public static final Path FOLDER = Path.of("target", "screens");

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final String AXE = axe();

    /** Each as a line: which rule, what it asks for, and the first three places. */
    private static final String VIOLATIONS = """
            tags => axe.run(document, {
                runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], iframes: false, preload: false
            }).then(results => results.violations.map(rule => rule.id + ': ' + rule.help + ' at '
                + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(', ')))""";

    /** What a page is made of: each kind of element with what it stands in, by name, classes, role and state. */
    private static final String PARTS = """
            () => {
                const said = one => one ? one.tagName + '.' + (one.getAttribute('class') || '')
                    + ['role', 'type', 'aria-current', 'aria-expanded', 'disabled', 'open', 'hidden', 'lang']
                        .map(name => one.getAttribute(name) === null ? '' : '[' + name + '=' + one.getAttribute(name) + ']')
                        .join('') : '';
                return [...new Set([...document.body.querySelectorAll('*')].map(
                    one => said(one.parentElement) + '>' + said(one)))];
            }""";

    private static final Set<String> PATHS = new ConcurrentSkipListSet<>();

    /** What axe has seen of the pages of a kind, whose paths differ in what names one thing among others, on the phone. */
    private static final Map<String, Set<String>> KINDS = new ConcurrentHashMap<>();

    private Screens() {}

    /**
     * Looks at the page at 375 px in dark and at 1440 px in light, and leaves it there; axe is asked at both the first time
     * that a page of this kind is looked at, and on the phone alone whenever there is a part on it that axe has not seen on a
     * page of its kind. {@code -Djourneys.thorough=true} asks it always and adds the two other pictures, for the one who is
     * going to look at them; {@code -Djourneys.blind=true} walks on without looking, for the one who is mending a journey.
     */
    public static void look(Page page, String name) {
        if (Boolean.getBoolean("journeys.blind")) {
            return;
        }
        var thorough = Boolean.getBoolean("journeys.thorough");
        var path = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        var seen =
                KINDS.computeIfAbsent(path.replaceAll("[^/]*[0-9][^/]*", "*"), kind -> ConcurrentHashMap.newKeySet());
        var isFirst = seen.isEmpty();
        look(page, name, ColorScheme.DARK, 375);
        var parts = parts(page);
        if (thorough || !seen.containsAll(parts)) {
            isAccessible(page, name + " at 375 px, dark");
            seen.addAll(parts);
        }
        if (thorough) {
            look(page, name, ColorScheme.DARK, 1440);
            look(page, name, ColorScheme.LIGHT, 375);
        }
        look(page, name, ColorScheme.LIGHT, 1440);
        if (thorough || isFirst) {
            isAccessible(page, name + " at 1440 px, light");
        }
        PATHS.add(path);
    }

    private static void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width == 375 ? 812 : 900);
        picture(page, name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : ""));
        fits(page, name, width);
    }

    /** Looks at the page on a wall of 1920 px, leaves it at 1440 px, and says whether it fits. */
    static boolean lookWide(Page page, String name) {
        page.setViewportSize(1920, 1080);
        picture(page, name + "-1920");
        var fits = overflow(page) <= 0;
        page.setViewportSize(1440, 900);
        return fits;
    }

    /** The paths of all pages looked at so far. */
    public static Set<String> paths() {
        return Set.copyOf(PATHS);
    }

    private static void picture(Page page, String file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(file + ".png"))
                .setFullPage(true));
    }

    private static void fits(Page page, String name, int width) {
        assertThat(overflow(page))
                .as("%s is wider than a screen of %d px by so many pixels", name, width)
                .isLessThanOrEqualTo(0);
    }

    private static int overflow(Page page) {
        return (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    }

    /**
     * In the page itself, as no page has frames of other sites, brought there once however often the page is looked at, and
     * telling what is wrong alone.
     */
    private static void isAccessible(Page page, String where) {
        if (Boolean.TRUE.equals(page.evaluate("() => typeof window.axe === 'undefined'"))) {
            page.evaluate(AXE);
        }
        var told = (List<?>) page.evaluate(VIOLATIONS, WCAG);
        assertThat(told).as("axe on %s", where).isEmpty();
    }

    private static Set<String> parts(Page page) {
        return ((List<?>) page.evaluate(PARTS)).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
