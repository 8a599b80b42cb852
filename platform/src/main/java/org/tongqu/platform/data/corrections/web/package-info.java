/** The pages of corrections. */
@NullMarked
package org.tongqu.platform.data.corrections.web;

import org.jspecify.annotations.NullMarked;
