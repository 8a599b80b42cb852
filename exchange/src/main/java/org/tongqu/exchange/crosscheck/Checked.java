package org.tongqu.exchange.crosscheck;

import java.util.OptionalLong;

/**
 * What a comparison came to.
 *
 * @param moment from where the next one goes on
 * @param touched how many keys were looked at; none when it was all of them
 */
public record Checked(String moment, long found, OptionalLong touched) {}
