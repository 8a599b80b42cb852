/**
 * How many whole matters the program handles, and how quickly it answers officers and visitors meanwhile. Everything
 * goes through HTTP as people's browsers would send it; what to fill in and what to decide is read from the pack.
 */
@NullMarked
package org.tongqu.bench.matter;

import org.jspecify.annotations.NullMarked;
