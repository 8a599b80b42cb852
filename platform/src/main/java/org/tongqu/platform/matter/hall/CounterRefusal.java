package org.tongqu.platform.matter.hall;

/** Why a clerk could not do something at a window. */
public sealed interface CounterRefusal {

    /** The clerk sits at no window. */
    record NotSeated() implements CounterRefusal {}

    /** There is no such window in a hall of the clerk's. */
    record NoSuchWindow() implements CounterRefusal {}

    /** @param by who sits there */
    record WindowTaken(String by) implements CounterRefusal {}

    /** @param ticket who has to be served to the end first */
    record Busy(String ticket) implements CounterRefusal {}

    /** The window is paused: nobody is called. */
    record Paused() implements CounterRefusal {}

    record NobodyWaits() implements CounterRefusal {}

    /** Nobody was called or is being served, whichever the act needs. */
    record NobodyHere() implements CounterRefusal {}
}
