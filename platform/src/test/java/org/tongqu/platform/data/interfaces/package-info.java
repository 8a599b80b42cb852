/** How a department's HTTP interface is called through the platform, against a real provider and a real store. */
@NullMarked
package org.tongqu.platform.data.interfaces;

import org.jspecify.annotations.NullMarked;
