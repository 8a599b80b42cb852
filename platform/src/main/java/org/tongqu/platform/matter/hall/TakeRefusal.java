package org.tongqu.platform.matter.hall;

/** Why no number was given. */
public sealed interface TakeRefusal {

    /** Nobody is there now. */
    record Closed() implements TakeRefusal {}

    record NoSuchLine() implements TakeRefusal {}

    /** No appointment of today in this hall has this code, or somebody has come with it already. */
    record WrongCode() implements TakeRefusal {}
}
