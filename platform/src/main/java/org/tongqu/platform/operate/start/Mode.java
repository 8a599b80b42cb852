package org.tongqu.platform.operate.start;

/** What this run of the platform is for; set by {@code tongqu.mode}. */
public enum Mode {
    /** The demo city, accounts anybody may use, keys that prove nothing. */
    DEMO,
    /** Real people and real matters: refuses to start with anything that belongs to the demo. */
    PRODUCTION
}
