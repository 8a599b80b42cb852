/** Tests of the key file. */
@NullMarked
package org.tongqu.platform.trust.seals.internal;

import org.jspecify.annotations.NullMarked;
