/** Pages of declared registers on the desk. */
@NullMarked
package org.tongqu.platform.data.golden.web;

import org.jspecify.annotations.NullMarked;
