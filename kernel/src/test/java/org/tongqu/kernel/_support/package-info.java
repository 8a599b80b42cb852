/** What tests of every module share: random properties and rules about who may use whom. */
@NullMarked
package org.tongqu.kernel._support;

import org.jspecify.annotations.NullMarked;
