package org.tongqu.platform.data.interfaces;

import java.time.LocalDate;
import java.util.OptionalLong;

/** What was called on a day. @param p99 milliseconds that ninety-nine of a hundred calls took less than */
public record EndpointDay(LocalDate day, EndpointStanding.Today calls, long bytes, OptionalLong p99) {}
