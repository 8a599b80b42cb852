/**
 * What PostgreSQL tells of changes as they are committed: its logical replication in the plugin {@code pgoutput}, which
 * every server since version 14 has, read with the driver the program has anyway.
 *
 * <p>In: a login that may replicate, a table. Out: changes in the order of their commits, each row where it lies in the
 * message. Knows nothing of where they go.
 */
@NullMarked
package org.tongqu.exchange.feed;

import org.jspecify.annotations.NullMarked;
