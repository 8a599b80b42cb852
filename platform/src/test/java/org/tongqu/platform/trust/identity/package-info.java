@NullMarked
package org.tongqu.platform.trust.identity;

import org.jspecify.annotations.NullMarked;
