package org.tongqu.design;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether every element that opens also closes, in the right order. */
final class HtmlBalance {

    private static final Set<String> NEVER_CLOSED = Set.of("input", "meta", "link", "br", "hr", "img", "!doctype");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][a-zA-Z0-9]*)(?:\"[^\"]*\"|[^>\"])*?(/?)>");

    private HtmlBalance() {}

    /** What is wrong, or nothing. */
    static String problem(String html) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            var name = tags.group(2);
            if (!tags.group(3).isEmpty() || NEVER_CLOSED.contains(name)) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(name);
            } else if (open.isEmpty() || !open.peek().equals(name)) {
                return "</" + name + "> closes " + open.peek() + " near "
                        + html.substring(Math.max(0, tags.start() - 80), tags.end());
            } else {
                open.pop();
            }
        }
        return open.isEmpty() ? "" : "never closed: " + open;
    }
}
