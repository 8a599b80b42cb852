/** Tests of the pages of the three administrators. */
@NullMarked
package org.tongqu.platform.front.desk.web.admin;

import org.jspecify.annotations.NullMarked;
