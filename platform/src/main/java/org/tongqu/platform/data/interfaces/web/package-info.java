/** Where systems call, and the pages about it. */
@NullMarked
package org.tongqu.platform.data.interfaces.web;

import org.jspecify.annotations.NullMarked;
