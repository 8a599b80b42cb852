/** What all pages of the portal share: the menu and where it leads. */
@NullMarked
package org.tongqu.platform.front.portal.web;

import org.jspecify.annotations.NullMarked;
