/**
 * How a comparison is ordered from the program that makes it on a cluster: that program is started for it, reads the order
 * from its input and answers line by line. Logins stand in the order alone, never on a command line.
 *
 * <p>In: a job, its flows and their databases, and where the cluster is. Out: what was found. Knows nothing of the cluster.
 */
@NullMarked
package org.tongqu.exchange.cluster;

import org.jspecify.annotations.NullMarked;
