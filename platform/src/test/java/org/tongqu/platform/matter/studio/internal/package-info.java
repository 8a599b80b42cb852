@NullMarked
package org.tongqu.platform.matter.studio.internal;

import org.jspecify.annotations.NullMarked;
