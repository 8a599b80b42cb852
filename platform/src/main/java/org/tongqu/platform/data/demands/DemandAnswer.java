package org.tongqu.platform.data.demands;

/**
 * What is said with an act; empty where the act asks for nothing.
 *
 * @param organisation to whom it is assigned
 * @param resource the code of the resource that answers it, as typed
 * @param why the reason, or the law
 */
public record DemandAnswer(String organisation, String resource, String why) {}
