@NullMarked
package org.tongqu.platform.data.exchange.internal.departments;

import org.jspecify.annotations.NullMarked;
