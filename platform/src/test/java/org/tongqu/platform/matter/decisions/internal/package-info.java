@NullMarked
package org.tongqu.platform.matter.decisions.internal;

import org.jspecify.annotations.NullMarked;
