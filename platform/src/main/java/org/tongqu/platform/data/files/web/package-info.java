/** Where batches are shown and received. */
@NullMarked
package org.tongqu.platform.data.files.web;

import org.jspecify.annotations.NullMarked;
