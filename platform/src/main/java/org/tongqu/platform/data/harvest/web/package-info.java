/** The pages of harvests: sources and their runs for the data authority, what was found for everybody. */
@NullMarked
package org.tongqu.platform.data.harvest.web;

import org.jspecify.annotations.NullMarked;
