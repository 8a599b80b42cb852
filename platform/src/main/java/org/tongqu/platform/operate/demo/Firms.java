package org.tongqu.platform.operate.demo;

/** The firms of the city, made when asked for. */
public interface Firms {

    int count();

    /** @param index from 0 */
    Firm at(int index);
}
