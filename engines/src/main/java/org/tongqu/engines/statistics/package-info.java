/**
 * Statistical indicators (统计指标): what is measured, in which unit, how often, of which regions, by which formula, and what a
 * figure is held against before it is released.
 *
 * <p>In: {@code indicators/*.yaml} of a pack, read by {@link org.tongqu.engines.packs.reading.IndicatorPacks}, and figures.
 * Out: figures that follow from others, and findings. Knows nothing of where figures are kept.
 */
@NullMarked
package org.tongqu.engines.statistics;

import org.jspecify.annotations.NullMarked;
