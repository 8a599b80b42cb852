@NullMarked
package org.tongqu.platform.matter.studio;

import org.jspecify.annotations.NullMarked;
