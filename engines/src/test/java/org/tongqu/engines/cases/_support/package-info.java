/** Processes and people for the tests of the case engine. */
@NullMarked
package org.tongqu.engines.cases._support;

import org.jspecify.annotations.NullMarked;
