@NullMarked
package org.tongqu.platform.trust.journal.internal;

import org.jspecify.annotations.NullMarked;
