/**
 * What a government service is when it is written down: a pack. These are the words of it, without any behaviour of
 * their own except filling a document and making demo answers.
 *
 * <p>{@code packs.reading} turns a folder into a {@link
 * org.tongqu.engines.packs.Pack} or into problems with file and line, {@code packs.scenarios} runs a pack's examples
 * through the real engines, {@code packs.command} is the designer's command line. Knows forms, schema and cases; knows
 * no pack by name.
 */
@NullMarked
package org.tongqu.engines.packs;

import org.jspecify.annotations.NullMarked;
