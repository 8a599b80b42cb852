@NullMarked
package org.tongqu.platform.matter.past;

import org.jspecify.annotations.NullMarked;
