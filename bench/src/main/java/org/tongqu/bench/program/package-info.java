/** The built program as a person starts it, and what it says while it starts. */
@NullMarked
package org.tongqu.bench.program;

import org.jspecify.annotations.NullMarked;
