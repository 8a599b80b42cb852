package org.tongqu.exchange.node;

/** Which edition of the node this is, as the centre shows it. */
final class Version {

    static final String TEXT = "0.1.0";

    private Version() {}
}
