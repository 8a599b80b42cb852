@NullMarked
package org.tongqu.platform.trust.directory;

import org.jspecify.annotations.NullMarked;
