/** The catalogue as a table: reading without trust, writing so that no cell is taken for a formula. */
@NullMarked
package org.tongqu.platform.data.catalog.internal.sheet;

import org.jspecify.annotations.NullMarked;
