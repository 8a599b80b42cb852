/** The life of one record: where it comes from, who may use it, where it is kept. */
@NullMarked
package org.tongqu.platform.data;

import org.jspecify.annotations.NullMarked;
