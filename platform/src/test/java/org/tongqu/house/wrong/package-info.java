/** Two modules that break their promises, so that a test can see the verification find them. */
@NullMarked
package org.tongqu.house.wrong;

import org.jspecify.annotations.NullMarked;
