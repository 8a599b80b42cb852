package org.tongqu.platform.data.catalog.internal.sheet;

/**
 * Cells that a spreadsheet program would run instead of showing them. Written with an apostrophe before them they are
 * text everywhere; read again, the apostrophe goes.
 */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r";

    private Formulas() {}

    static boolean isOne(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

    static boolean isGuarded(String cell) {
        return cell.startsWith("'") && (isOne(cell.substring(1)) || isGuarded(cell.substring(1)));
    }

    static String guarded(String cell) {
        return isOne(cell) || isGuarded(cell) ? "'" + cell : cell;
    }
}
