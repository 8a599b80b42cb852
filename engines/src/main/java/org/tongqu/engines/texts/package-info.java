/**
 * The engines' sentences for people, kept in files by language and found by code.
 *
 * <p>In: a code, what to quote, a language. Out: a sentence. Reads {@code texts/engines/<engine>/{zh,en}.properties}
 * from the class path once. Knows nothing of what a code means.
 */
@NullMarked
package org.tongqu.engines.texts;

import org.jspecify.annotations.NullMarked;
