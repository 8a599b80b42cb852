@NullMarked
package org.tongqu.platform.matter.items;

import org.jspecify.annotations.NullMarked;
