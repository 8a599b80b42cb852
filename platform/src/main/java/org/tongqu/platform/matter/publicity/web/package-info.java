/** The public shelves, and the desk where penalty decisions are registered. */
@NullMarked
package org.tongqu.platform.matter.publicity.web;

import org.jspecify.annotations.NullMarked;
