@NullMarked
package org.tongqu.platform.matter.processes;

import org.jspecify.annotations.NullMarked;
