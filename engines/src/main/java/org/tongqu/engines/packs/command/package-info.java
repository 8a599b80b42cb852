/**
 * The designer's command line: check, test and draw packs.
 *
 * <p>In: folders. Out: sentences in Chinese and English on standard output and an exit code: 0 good, 1 the call or the
 * folder is unusable, 10 problems were found. This is the border, so it prints.
 */
@NullMarked
package org.tongqu.engines.packs.command;

import org.jspecify.annotations.NullMarked;
