package org.tongqu.exchange.wire;

import java.util.Arrays;
import java.util.Optional;

/** The column types whose binary form is understood, with PostgreSQL's own number for each. */
public enum WireType {
    BOOL(16, 1),
    BYTEA(17, -1),
    INT8(20, 8),
    INT2(21, 2),
    INT4(23, 4),
    TEXT(25, -1),
    FLOAT4(700, 4),
    FLOAT8(701, 8),
    BPCHAR(1042, -1),
    VARCHAR(1043, -1),
    DATE(1082, 4),
    TIMESTAMP(1114, 8),
    TIMESTAMPTZ(1184, 8),
    NUMERIC(1700, -1),
    UUID(2950, 16);

    private final int oid;
    private final int size;

    WireType(int oid, int size) {
        this.oid = oid;
        this.size = size;
    }

    public static Optional<WireType> ofOid(int oid) {
        return Arrays.stream(values()).filter(type -> type.oid == oid).findFirst();
    }

    public int oid() {
        return oid;
    }

    /** Bytes of every value, or -1 when each has its own length. */
    public int size() {
        return size;
    }

    public boolean isText() {
        return this == TEXT || this == VARCHAR || this == BPCHAR;
    }
}
