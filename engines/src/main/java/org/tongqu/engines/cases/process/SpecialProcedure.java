package org.tongqu.engines.cases.process;

import org.tongqu.kernel.time.Limit;

/**
 * A special procedure (特别程序) that a step may set in motion, whose time the law does not count.
 *
 * @param code e.g. {@code hearing}, {@code expert-review}, {@code publicity}
 * @param limit how long its time is not counted at most
 * @param basis where that is laid down, e.g. {@code 行政许可法 第四十五条}
 */
public record SpecialProcedure(String code, Limit limit, String basis) {}
