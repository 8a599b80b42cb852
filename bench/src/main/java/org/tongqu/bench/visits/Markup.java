package org.tongqu.bench.visits;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a page what a browser would send back from it. */
public final class Markup {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ALERT =
            Pattern.compile("<(div|section)\\b[^>]*role=\"alert\"[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final int ENOUGH = 300;

    private Markup() {}

    /** The value of a hidden field. */
    public static Optional<String> hidden(String page, String name) {
        return first(
                page,
                Pattern.compile("<input type=\"hidden\" name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\""));
    }

    /** The first group of the first place that fits, with its entities read. */
    public static Optional<String> first(String page, Pattern pattern) {
        var found = pattern.matcher(page);
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    /** What an error summary or banner on the page says, in one line. */
    public static String problems(String page) {
        var alert = ALERT.matcher(page);
        if (!alert.find()) {
            return "";
        }
        var words = plain(TAG.matcher(alert.group(2)).replaceAll(" "))
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() > ENOUGH ? words.substring(0, ENOUGH) + "…" : words;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
