package org.tongqu.platform.data.exchange.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tongqu.design.Texts;
import org.tongqu.platform.data.exchange.Board.Given;

/**
 * Who gives whom: providers at the left, consumers at the right, and a line for each pair, the thicker the more rows. For
 * the eye alone; the same stands in a table beside it.
 */
public record FlowPicture(List<Office> offices, List<Line> lines, int height) {

    static final int WIDTH = 720;

    private static final int LEFT = 220;
    private static final int RIGHT = WIDTH - 220;
    private static final int TOP = 30;
    private static final int STEP = 44;
    private static final int THICKEST = 14;

    public FlowPicture {
        offices = List.copyOf(offices);
        lines = List.copyOf(lines);
    }

    /** A name with its place. @param anchor where the text is held */
    public record Office(String name, int x, int y, String anchor) {}

    /** A line with its thickness. @param rows in words, in its middle */
    public record Line(String path, String width, String rows, int x, int y) {}

    public String viewBox() {
        return "0 0 " + WIDTH + " " + height;
    }

    static FlowPicture of(Texts texts, List<Given> given, Function<String, String> office) {
        var drawn = given.stream().filter(pair -> pair.total() > 0).toList();
        var providers = places(drawn, Given::provider);
        var consumers = places(drawn, Given::consumer);
        var most = drawn.stream().mapToLong(Given::total).max().orElse(1);
        var offices = new ArrayList<Office>();
        providers.forEach((code, y) -> offices.add(new Office(office.apply(code), LEFT - 12, y + 5, "end")));
        consumers.forEach((code, y) -> offices.add(new Office(office.apply(code), RIGHT + 12, y + 5, "start")));
        var lines = new ArrayList<Line>();
        for (var pair : drawn) {
            var from = providers.getOrDefault(pair.provider(), TOP);
            var to = consumers.getOrDefault(pair.consumer(), TOP);
            var middle = (LEFT + RIGHT) / 2;
            lines.add(new Line(
                    "M" + LEFT + " " + from + "C" + middle + " " + from + " " + middle + " " + to + " " + RIGHT + " "
                            + to,
                    String.format(Locale.ROOT, "%.1f", 1.5 + THICKEST * Math.sqrt((double) pair.total() / most)),
                    texts.number(pair.total()),
                    middle,
                    (from + to) / 2 - 10));
        }
        var rows = Math.max(providers.size(), consumers.size());
        return new FlowPicture(offices, lines, TOP + Math.max(1, rows) * STEP);
    }

    private static Map<String, Integer> places(List<Given> given, Function<Given, String> side) {
        var places = new LinkedHashMap<String, Integer>();
        given.forEach(pair -> places.putIfAbsent(side.apply(pair), TOP + places.size() * STEP));
        return places;
    }
}
