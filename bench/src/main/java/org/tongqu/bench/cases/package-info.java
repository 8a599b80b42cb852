/**
 * The steps of cases, done by the whole platform's casework (events, projections, clocks, supervision and journal of
 * every act) and by Flowable with the same BPMN and the history of an audit.
 */
@NullMarked
package org.tongqu.bench.cases;

import org.jspecify.annotations.NullMarked;
