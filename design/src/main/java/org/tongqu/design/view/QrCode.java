package org.tongqu.design.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A QR code drawn from its modules.
 *
 * @param rows  each row as text, {@code #} for dark and any other character for light
 * @param label what a scan opens, in words
 * @param href  the same address for those who do not scan; may be empty
 */
public record QrCode(List<String> rows, String label, String href) {

    /** The quiet zone that readers need around the code. */
    private static final int QUIET = 4;

    public QrCode {
        rows = List.copyOf(rows);
    }

    public static QrCode of(boolean[][] modules, String label, String href) {
        var rows = new ArrayList<String>(modules.length);
        for (var line : modules) {
            var row = new StringBuilder(line.length);
            for (boolean dark : line) {
                row.append(dark ? '#' : ' ');
            }
            rows.add(row.toString());
        }
        return new QrCode(rows, label, href);
    }

    /** Width and height in modules with the quiet zone. */
    public int side() {
        return rows.size() + 2 * QUIET;
    }

    public String viewBox() {
        return "0 0 " + side() + " " + side();
    }

    /** One path for all dark modules, runs joined. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < rows.size(); y++) {
            var row = rows.get(y);
            int x = 0;
            while (x < row.length()) {
                int start = x;
                while (x < row.length() && row.charAt(x) == '#') {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
                }
                x++;
            }
        }
        return path.toString();
    }
}
