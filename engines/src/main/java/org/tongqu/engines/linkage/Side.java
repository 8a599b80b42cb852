package org.tongqu.engines.linkage;

/** Which of the two lists. */
public enum Side {
    LEFT,
    RIGHT
}
