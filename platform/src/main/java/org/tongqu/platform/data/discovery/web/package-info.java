/** The page on which a department looks into its own databases. */
@NullMarked
package org.tongqu.platform.data.discovery.web;

import org.jspecify.annotations.NullMarked;
