package org.tongqu.engines.supervision;

/** How grave a finding is. */
public enum Level {
    YELLOW,
    RED
}
