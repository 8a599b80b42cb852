/** Stores drafts, files and submissions, and looks into files. */
@NullMarked
package org.tongqu.platform.matter.intake.internal;

import org.jspecify.annotations.NullMarked;
