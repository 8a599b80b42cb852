/** An employer and people who work there, for the tests of who is acting and what they may. */
@NullMarked
package org.tongqu.platform.trust._support;

import org.jspecify.annotations.NullMarked;
