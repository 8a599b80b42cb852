package org.tongqu.platform.data.registers.internal;

/** Text that somebody typed, as LIKE must read it: its percent signs are percent signs. */
final class LikePattern {

    private LikePattern() {}

    static String literal(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
