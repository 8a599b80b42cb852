/** Ways through the site: crumbs, tabs, pages, languages, comfort. */
@NullMarked
package org.tongqu.design.nav;

import org.jspecify.annotations.NullMarked;
