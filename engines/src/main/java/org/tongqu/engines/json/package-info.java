/**
 * The one place where JSON text and the data tree meet, for everything that is stored or sent as JSON.
 *
 * <p>In: JSON text. Out: {@link org.tongqu.kernel.data.Datum}; the way back is {@code Datum.canonical()}.
 */
@NullMarked
package org.tongqu.engines.json;

import org.jspecify.annotations.NullMarked;
