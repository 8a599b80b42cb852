package org.tongqu.engines.packs.reading;

/** A line of a file. */
record Spot(String file, int line) {}
