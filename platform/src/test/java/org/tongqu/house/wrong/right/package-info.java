/** What {@code left} uses without having listed it. */
@ApplicationModule(id = "right")
@NullMarked
package org.tongqu.house.wrong.right;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
