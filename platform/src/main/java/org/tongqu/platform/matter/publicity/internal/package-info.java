/** How penalty decisions are checked, kept and shown in the demo. */
@NullMarked
package org.tongqu.platform.matter.publicity.internal;

import org.jspecify.annotations.NullMarked;
