/** The tables of the directory and what is shipped to fill them. */
@NullMarked
package org.tongqu.platform.trust.directory.internal;

import org.jspecify.annotations.NullMarked;
