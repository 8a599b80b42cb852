/** What sources said, and the records made of it. */
@NullMarked
package org.tongqu.platform.data.golden.internal;

import org.jspecify.annotations.NullMarked;
