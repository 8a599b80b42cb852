@NullMarked
package org.tongqu.platform.front.drafting;

import org.jspecify.annotations.NullMarked;
