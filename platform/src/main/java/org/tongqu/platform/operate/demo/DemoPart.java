package org.tongqu.platform.operate.demo;

import org.tongqu.platform.operate.start.Progress;

/**
 * Something a module adds to the demo city. Beans of this kind run after the city itself, in the transaction that loads
 * it: all of it is there afterwards, or nothing.
 */
public interface DemoPart {

    /** What is being loaded, for the lines on the terminal. */
    String name();

    /** Smaller comes first. */
    int order();

    /** Uses {@link DemoCity#random} and nothing else that is random, so that the same day gives the same city. */
    void load(DemoCity city, Progress progress);
}
