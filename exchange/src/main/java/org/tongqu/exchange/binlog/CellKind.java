package org.tongqu.exchange.binlog;

/**
 * The types of cells in the log, and how long each is.
 *
 * @param code the real one of those that share a number
 * @param meta what the log says of the type, e.g. the digits behind the point
 */
record CellKind(int code, int meta) {

    static final int TINY = 1;
    static final int SHORT = 2;
    static final int LONG = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int TIMESTAMP = 7;
    static final int LONGLONG = 8;
    static final int INT24 = 9;
    static final int DATE = 10;
    static final int TIME = 11;
    static final int DATETIME = 12;
    static final int YEAR = 13;
    static final int NEWDATE = 14;
    static final int VARCHAR = 15;
    static final int BIT = 16;
    static final int TIMESTAMP2 = 17;
    static final int DATETIME2 = 18;
    static final int TIME2 = 19;
    static final int BLOB_COMPRESSED = 140;
    static final int VARCHAR_COMPRESSED = 141;
    static final int JSON = 245;
    static final int NEWDECIMAL = 246;
    static final int ENUM = 247;
    static final int SET = 248;
    static final int BLOB = 252;
    static final int VAR_STRING = 253;
    static final int STRING = 254;
    static final int GEOMETRY = 255;

    private static final int DIGITS_OF_FOUR_BYTES = 9;
    private static final int[] BYTES_OF_DIGITS = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    private static final int ONE_BYTE = 256;

    /** @return behind the description of this type in an event that describes a table */
    static CellKind read(int type, LogBytes from) {
        return switch (type) {
            case FLOAT, DOUBLE, BLOB, JSON, GEOMETRY, BLOB_COMPRESSED, TIME2, DATETIME2, TIMESTAMP2 ->
                new CellKind(type, from.one());
            case BIT, VARCHAR, VAR_STRING, NEWDECIMAL, VARCHAR_COMPRESSED -> new CellKind(type, from.length(2));
            case STRING, ENUM, SET -> string(from.one(), from.one());
            default -> new CellKind(type, 0);
        };
    }

    /** Two bits of a long text's length stand, turned round, in its type. */
    private static CellKind string(int type, int length) {
        if ((type & 0x30) != 0x30) {
            return new CellKind(type | 0x30, length | ((type & 0x30) ^ 0x30) << 4);
        }
        return new CellKind(type, length);
    }

    /** Where the value itself begins in a cell, behind its length. */
    int prefix() {
        return switch (code) {
            case VARCHAR, VAR_STRING, VARCHAR_COMPRESSED, STRING -> meta < ONE_BYTE ? 1 : 2;
            case BLOB, JSON, GEOMETRY, BLOB_COMPRESSED -> meta;
            default -> 0;
        };
    }

    /** Bytes of the value of a cell that begins there. */
    int length(byte[] bytes, int at) {
        return switch (code) {
            case TINY, YEAR -> 1;
            case SHORT -> 2;
            case INT24, DATE, NEWDATE, TIME -> 3;
            case LONG, FLOAT, TIMESTAMP -> 4;
            case LONGLONG, DOUBLE, DATETIME -> 8;
            case TIME2 -> 3 + fraction();
            case TIMESTAMP2 -> 4 + fraction();
            case DATETIME2 -> 5 + fraction();
            case NEWDECIMAL -> decimal();
            case BIT -> (meta >> 8) + ((meta & 0xff) > 0 ? 1 : 0);
            case ENUM, SET -> meta;
            case VARCHAR, VAR_STRING, VARCHAR_COMPRESSED, STRING, BLOB, JSON, GEOMETRY, BLOB_COMPRESSED ->
                (int) LogBytes.little(bytes, at, prefix());
            default -> throw new IllegalStateException("A cell of the unknown type " + code);
        };
    }

    private int fraction() {
        return (meta + 1) / 2;
    }

    /** Digits of a decimal number. */
    int precision() {
        return meta & 0xff;
    }

    /** Of them behind the point. */
    int scale() {
        return meta >> 8;
    }

    private int decimal() {
        var whole = precision() - scale();
        return bytesOf(whole) + bytesOf(scale());
    }

    private static int bytesOf(int digits) {
        return digits / DIGITS_OF_FOUR_BYTES * 4 + BYTES_OF_DIGITS[digits % DIGITS_OF_FOUR_BYTES];
    }
}
