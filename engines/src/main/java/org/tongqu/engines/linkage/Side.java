package org.tongqu.engines.linkage;

/** Which of the two lists. */
enum Side {
    LEFT,
    RIGHT
}
