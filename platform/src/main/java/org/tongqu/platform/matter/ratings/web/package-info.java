/** Ratings on the desk: what was said, and what is done about what was bad. */
@NullMarked
package org.tongqu.platform.matter.ratings.web;

import org.jspecify.annotations.NullMarked;
