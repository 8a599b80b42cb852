package org.tongqu.engines.linkage;

/** A list to be linked. */
public interface Rows {

    int size();

    /** Empty when it is not known. @param field as in {@link LinkagePlan#fields} */
    String value(int row, int field);
}
