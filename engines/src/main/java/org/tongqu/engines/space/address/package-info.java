/**
 * Addresses as they are written in China: one writing of each for comparing, and their numbers along roads.
 *
 * <p>In: text. Out: its likeness, and road, number and part as far as they can be told without knowing the place.
 */
@NullMarked
package org.tongqu.engines.space.address;

import org.jspecify.annotations.NullMarked;
