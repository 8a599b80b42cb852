/**
 * Real database servers that a program brings along: unpacked from Maven jars, bound to the life of the program,
 * reached on 127.0.0.1 only. The platform keeps its store in one; tests and measurements start them like the product
 * does.
 *
 * <p>In: a folder. Out: an address to connect to. Knows nothing of what is stored, and nothing of Spring.
 */
@NullMarked
package org.tongqu.servers;

import org.jspecify.annotations.NullMarked;
