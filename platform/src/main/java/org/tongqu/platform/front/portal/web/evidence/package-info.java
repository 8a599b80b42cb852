/** Anybody checks an exported evidence against the journal. */
@NullMarked
package org.tongqu.platform.front.portal.web.evidence;

import org.jspecify.annotations.NullMarked;
