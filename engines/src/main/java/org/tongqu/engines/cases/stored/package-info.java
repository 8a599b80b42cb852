/**
 * The form in which the events of a case are kept for decades: names and fields that never change their meaning. In: an
 * event. Out: a tree of data and back, or why something stored is no event. Knows events; does not know stores.
 */
@NullMarked
package org.tongqu.engines.cases.stored;

import org.jspecify.annotations.NullMarked;
