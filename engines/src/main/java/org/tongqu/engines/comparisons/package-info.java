/**
 * Comparisons (比对核查) that packs declare: what of two deliveries is laid beside each other, what of it does not agree, and
 * whose it is to answer. How rows are read and findings kept is others' business.
 */
@NullMarked
package org.tongqu.engines.comparisons;

import org.jspecify.annotations.NullMarked;
