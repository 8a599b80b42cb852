package org.tongqu.platform.operate.sheets;

/**
 * Cells that a spreadsheet program would run instead of showing them. Written with an apostrophe before them they are
 * text everywhere; read again, the apostrophe goes.
 */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r";

    private Formulas() {}

    public static boolean isOne(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

    public static boolean isGuarded(String cell) {
        return cell.startsWith("'") && (isOne(cell.substring(1)) || isGuarded(cell.substring(1)));
    }

    public static String guarded(String cell) {
        return isOne(cell) || isGuarded(cell) ? "'" + cell : cell;
    }
}
