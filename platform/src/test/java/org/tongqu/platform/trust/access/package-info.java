/** Tests of who may see and do what. */
@NullMarked
package org.tongqu.platform.trust.access;

import org.jspecify.annotations.NullMarked;
