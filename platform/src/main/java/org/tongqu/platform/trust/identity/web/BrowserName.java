package org.tongqu.platform.trust.identity.web;

import java.util.List;

/** What people call the browser and the system behind a User-Agent header, e.g. {@code Chrome · Windows}. */
final class BrowserName {

    /** @param mark what the header holds; the first that fits counts, as later marks also stand in earlier ones' headers */
    private record Known(String mark, String name) {}

    private static final List<Known> BROWSERS = List.of(
            new Known("MicroMessenger", "WeChat"),
            new Known("Edg", "Edge"),
            new Known("OPR/", "Opera"),
            new Known("Firefox/", "Firefox"),
            new Known("Chrome/", "Chrome"),
            new Known("Safari/", "Safari"));

    private static final List<Known> SYSTEMS = List.of(
            new Known("OpenHarmony", "HarmonyOS"),
            new Known("HarmonyOS", "HarmonyOS"),
            new Known("Android", "Android"),
            new Known("iPhone", "iPhone"),
            new Known("iPad", "iPad"),
            new Known("Windows", "Windows"),
            new Known("Mac OS X", "macOS"),
            new Known("Linux", "Linux"));

    private BrowserName() {}

    /** The header itself where nothing in it is known. */
    static String of(String header) {
        var browser = find(BROWSERS, header);
        var system = find(SYSTEMS, header);
        if (browser.isEmpty()) {
            return header;
        }
        return system.isEmpty() ? browser : browser + " · " + system;
    }

    private static String find(List<Known> known, String header) {
        return known.stream()
                .filter(one -> header.contains(one.mark()))
                .findFirst()
                .map(Known::name)
                .orElse("");
    }
}
