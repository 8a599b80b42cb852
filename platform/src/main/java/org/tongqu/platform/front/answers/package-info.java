/**
 * What somebody answered, in words: the label of what was chosen, a number with its unit, a place by its name, and where
 * an answer came from that nobody had to write. The same for the one who wrote it and the officer who reads it.
 *
 * <p>In: a form, its answers and their provenance. Out: parts of pages; also a process as it was drawn.
 * Knows forms and drawings; knows no case and no person.
 */
@ApplicationModule(
        id = "front.answers",
        displayName = "Answers in words",
        allowedDependencies = {"trust.directory", "operate.web"})
@NullMarked
package org.tongqu.platform.front.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
