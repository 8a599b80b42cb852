/**
 * Turns folders into packs. A pack comes out only when every reference in it leads somewhere; otherwise the problems
 * come out, each with file, line, what is wrong and what to do.
 *
 * <p>Sentences stand in {@code texts/engines/packs}. Reads files and nothing else; never follows a path out of the
 * folder it was given.
 */
@NullMarked
package org.tongqu.engines.packs.reading;

import org.jspecify.annotations.NullMarked;
