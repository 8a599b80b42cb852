package org.tongqu.engines.cases;

/** Something the platform was asked to do and has not yet answered for. */
public record Service(String id, String nodeId, String action, String with) {}
