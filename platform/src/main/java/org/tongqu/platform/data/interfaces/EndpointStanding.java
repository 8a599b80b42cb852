package org.tongqu.platform.data.interfaces;

import java.util.OptionalLong;

/** An endpoint with what was called today. @param p99 milliseconds that ninety-nine of a hundred answers took less than */
public record EndpointStanding(Endpoint endpoint, Today today, OptionalLong p99) {

    public record Today(long calls, long refused, long failed, long records) {}
}
