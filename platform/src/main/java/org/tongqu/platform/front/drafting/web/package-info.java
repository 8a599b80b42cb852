/** The pages of processes on the desk. */
@NullMarked
package org.tongqu.platform.front.drafting.web;

import org.jspecify.annotations.NullMarked;
