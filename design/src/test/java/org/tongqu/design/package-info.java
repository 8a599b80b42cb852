@NullMarked
package org.tongqu.design;

import org.jspecify.annotations.NullMarked;
