/**
 * Runs the stories a pack tells of itself through the real engines: form, schema, process, clocks, documents.
 *
 * <p>In: a pack and a working-day calendar. Out: for each scenario what did not come true, with file and line. Nothing
 * is stored; what the platform does for service tasks is done in memory by the same functions the platform uses.
 */
@NullMarked
package org.tongqu.engines.packs.scenarios;

import org.jspecify.annotations.NullMarked;
