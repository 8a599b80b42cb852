/** Where registers are used, and where people see who looked at their data. */
@NullMarked
package org.tongqu.platform.data.use.web;

import org.jspecify.annotations.NullMarked;
