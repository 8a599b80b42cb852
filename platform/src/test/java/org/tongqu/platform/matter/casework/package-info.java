@NullMarked
package org.tongqu.platform.matter.casework;

import org.jspecify.annotations.NullMarked;
