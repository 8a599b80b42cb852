/** The studio on the desk: packs that can be tried, and what came of trying. */
@NullMarked
package org.tongqu.platform.matter.studio.web;

import org.jspecify.annotations.NullMarked;
