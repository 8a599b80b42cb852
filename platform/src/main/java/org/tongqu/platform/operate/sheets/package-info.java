/**
 * Lists as files for spreadsheet programs, the same in every module that hands one out.
 *
 * <p>In: lines of cells; tables of strangers, and the page at which they are handed in. Out: CSV or XLSX, line by line, with
 * cells guarded that a spreadsheet program would run; lines of what was handed in.
 */
@ApplicationModule(
        id = "operate.sheets",
        displayName = "Sheets",
        allowedDependencies = {"operate.web"})
@NullMarked
package org.tongqu.platform.operate.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
