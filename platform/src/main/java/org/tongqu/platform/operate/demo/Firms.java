package org.tongqu.platform.operate.demo;

/** The firms of the city, made when asked for. */
public interface Firms {

    int count();

    /** @param index from 0; its representative is the applicant of the same number, see {@link Residents#applicant} */
    Firm at(int index);
}
