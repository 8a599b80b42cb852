/**
 * What data must look like: JSON Schema 2020-12 with what a government needs on top, namely what a property means
 * ({@code x-meaning}), which register knows it ({@code x-source}), how sensitive it is ({@code x-sensitivity}) and
 * which national identifier it holds ({@code x-identifier}).
 *
 * <p>In: a schema file, data trees. Out: {@link org.tongqu.engines.schema.FieldProblem}s with a path and a code; the
 * sentences stand in {@code texts/engines/forms}. A schema cannot reach outside its own file. Also carries data trees
 * to JSON and back. Knows the kernel; knows nothing of forms, cases or packs.
 */
@NullMarked
package org.tongqu.engines.schema;

import org.jspecify.annotations.NullMarked;
