package org.tongqu.exchange.wire;

/**
 * The type of a column that is written, with what its declaration says beside the type.
 *
 * @param most signs of a text or digits of a number; 0 for as many as there are
 * @param scale digits of a number or of a second after the point; -1 for as many as there are
 */
public record TargetType(WireType type, int most, int scale) {

    private static final int MODIFIER_OFFSET = 4;

    public static TargetType of(WireType type) {
        return new TargetType(type, 0, -1);
    }

    /** Reads what PostgreSQL's catalog keeps as {@code atttypmod}. */
    public static TargetType of(WireType type, int modifier) {
        if (type == WireType.TIMESTAMP || type == WireType.TIMESTAMPTZ) {
            return modifier < 0 || modifier >= 6 ? of(type) : new TargetType(type, 0, modifier);
        }
        if (modifier < MODIFIER_OFFSET) {
            return of(type);
        }
        var bare = modifier - MODIFIER_OFFSET;
        return switch (type) {
            case VARCHAR, BPCHAR -> new TargetType(type, bare, -1);
            case NUMERIC -> new TargetType(type, bare >> 16 & 0xffff, (bare & 0x7ff ^ 1024) - 1024);
            case BOOL, BYTEA, INT8, INT2, INT4, TEXT, FLOAT4, FLOAT8, DATE, TIMESTAMP, TIMESTAMPTZ, UUID -> of(type);
        };
    }
}
