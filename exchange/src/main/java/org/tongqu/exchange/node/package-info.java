/**
 * The front-end machine of a department (前置机): keeps that department's credentials, reads its database as the centre asks,
 * and sends what it read over mutual TLS. It calls the centre; nothing calls it.
 *
 * <p>In: orders of the centre, the department's database. Out: parcels in a spool on its own disk, sent in their order until
 * the centre has committed them, and a status page on this machine. Knows neither agreements nor targets; keeps no truth:
 * how far a run came the target says.
 */
@NullMarked
package org.tongqu.exchange.node;

import org.jspecify.annotations.NullMarked;
