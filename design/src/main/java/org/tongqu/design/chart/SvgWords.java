package org.tongqu.design.chart;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines for drawings, where the browser does not. Chinese breaks anywhere, Latin at spaces. */
public final class SvgWords {

    private static final double SIZE = 13;
    private static final double LEADING = 17;
    private static final int MOST_LINES = 4;

    /** A line with its place; the text is centred on {@code x}. */
    public record Line(String x, String y, String text) {}

    private SvgWords() {}

    static List<Line> centred(String words, double x, double y, double width) {
        var lines = broken(words, width);
        return placed(lines, x, y - (lines.size() - 1) * LEADING / 2 + SIZE * 0.36);
    }

    static List<Line> below(String words, double x, double y, double width) {
        return placed(broken(words, width), x, y);
    }

    static List<Line> above(String words, double x, double lastY, double width) {
        var lines = broken(words, width);
        return placed(lines, x, lastY - (lines.size() - 1) * LEADING);
    }

    private static List<Line> placed(List<String> lines, double x, double firstY) {
        var placed = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            placed.add(new Line(ProcessDrawing.number(x), ProcessDrawing.number(firstY + i * LEADING), lines.get(i)));
        }
        return placed;
    }

    static List<String> broken(String words, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(words)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, MOST_LINES));
        kept.set(MOST_LINES - 1, kept.getLast() + "…");
        return kept;
    }

    /** What may not be torn apart: one Chinese character, or a Latin word with the space after it. */
    private static List<String> pieces(String words) {
        var pieces = new ArrayList<String>();
        var word = new StringBuilder();
        words.codePoints().forEach(letter -> {
            if (isWide(letter)) {
                if (!word.isEmpty()) {
                    pieces.add(word.toString());
                    word.setLength(0);
                }
                pieces.add(Character.toString(letter));
            } else {
                word.appendCodePoint(letter);
                if (letter == ' ') {
                    pieces.add(word.toString());
                    word.setLength(0);
                }
            }
        });
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }

    private static double width(String line) {
        return line.codePoints()
                .mapToDouble(letter -> isWide(letter) ? SIZE : SIZE * 0.56)
                .sum();
    }

    private static boolean isWide(int letter) {
        return letter >= 0x2E80;
    }
}
