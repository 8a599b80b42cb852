@NullMarked
package org.tongqu.platform.data.agreements.internal;

import org.jspecify.annotations.NullMarked;
