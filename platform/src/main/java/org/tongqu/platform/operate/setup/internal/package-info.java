/** Reading the tables and holding them against each other and the directory. */
@NullMarked
package org.tongqu.platform.operate.setup.internal;

import org.jspecify.annotations.NullMarked;
