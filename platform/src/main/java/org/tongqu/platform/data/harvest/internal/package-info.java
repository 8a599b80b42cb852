/** How other catalogues are asked and read, and how what they have is kept. */
@NullMarked
package org.tongqu.platform.data.harvest.internal;

import org.jspecify.annotations.NullMarked;
