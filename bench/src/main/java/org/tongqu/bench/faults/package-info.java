/** Faults: programs, databases and lines that break while rows move, and whether any row was lost or came twice. */
@NullMarked
package org.tongqu.bench.faults;

import org.jspecify.annotations.NullMarked;
