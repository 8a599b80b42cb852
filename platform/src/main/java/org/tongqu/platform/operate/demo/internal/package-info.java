/** Makes the city from word lists and one seed, and loads it. */
@NullMarked
package org.tongqu.platform.operate.demo.internal;

import org.jspecify.annotations.NullMarked;
