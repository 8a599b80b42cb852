@NullMarked
package org.tongqu.engines.items;

import org.jspecify.annotations.NullMarked;
