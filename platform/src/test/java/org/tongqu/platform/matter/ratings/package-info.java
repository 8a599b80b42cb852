@NullMarked
package org.tongqu.platform.matter.ratings;

import org.jspecify.annotations.NullMarked;
