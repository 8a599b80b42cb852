/**
 * The pages of the three administrators: accounts for the first, roles for the second, the journal for the third. Who is
 * not the one that a page is for is refused it; what each may do is asked again where it is done.
 */
@NullMarked
package org.tongqu.platform.front.desk.web.admin;

import org.jspecify.annotations.NullMarked;
