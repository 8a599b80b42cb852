@NullMarked
package org.tongqu.platform.data.catalog.internal;

import org.jspecify.annotations.NullMarked;
