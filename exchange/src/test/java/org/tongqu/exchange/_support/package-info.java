/** What the tests of this module share. */
@NullMarked
package org.tongqu.exchange._support;

import org.jspecify.annotations.NullMarked;
