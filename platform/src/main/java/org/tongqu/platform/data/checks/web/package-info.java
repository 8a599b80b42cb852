/** Pages of checks. */
@NullMarked
package org.tongqu.platform.data.checks.web;

import org.jspecify.annotations.NullMarked;
