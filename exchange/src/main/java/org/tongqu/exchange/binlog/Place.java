package org.tongqu.exchange.binlog;

/**
 * How far a log was read.
 *
 * @param reached what a {@link Progress} says
 * @param mark of the table as it was described there, see {@link LoggedTable#mark}
 */
record Place(String reached, String mark) {

    private static final String BETWEEN = " ";

    static Place of(String text) {
        var between = text.lastIndexOf(BETWEEN);
        return new Place(text.substring(0, between), text.substring(between + 1));
    }

    @Override
    public String toString() {
        return reached + BETWEEN + mark;
    }
}
