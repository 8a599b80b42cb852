/**
 * Lists as files for spreadsheet programs, the same in every module that hands one out.
 *
 * <p>In: lines of cells. Out: CSV or XLSX, line by line, with cells guarded that a spreadsheet program would run.
 */
@ApplicationModule(
        id = "operate.sheets",
        displayName = "Sheets",
        allowedDependencies = {})
@NullMarked
package org.tongqu.platform.operate.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
