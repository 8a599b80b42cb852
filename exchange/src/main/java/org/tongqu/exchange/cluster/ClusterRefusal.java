package org.tongqu.exchange.cluster;

/** Why a cluster made no comparison. */
public sealed interface ClusterRefusal {

    /** The cluster, or the program that speaks with it, does not answer. */
    record Away() implements ClusterRefusal {}

    /** A database does not answer, or has not what was declared. */
    record Unread() implements ClusterRefusal {}

    /** Two columns whose values cannot be compared outside of one database. */
    record Incomparable(String about, String against) implements ClusterRefusal {}
}
