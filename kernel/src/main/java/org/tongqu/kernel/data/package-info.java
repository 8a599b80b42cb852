/**
 * The typed tree in which the content of any form, record or message is carried without a class of its own.
 *
 * <p>In: values built by code or by a reader of JSON or YAML elsewhere. Out: typed access by path and one canonical text
 * for hashing. Knows no file format but its own canonical one.
 */
@NullMarked
package org.tongqu.kernel.data;

import org.jspecify.annotations.NullMarked;
