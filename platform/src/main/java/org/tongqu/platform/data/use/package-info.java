/**
 * Use of registers: a system verifies what it was told against a golden record, and takes records, under an agreement;
 * whoever a record is about sees who looked at it and may ask why.
 *
 * <p>In: calls with keys, {@link org.tongqu.platform.data.golden.Looked}. Out: answers as far as agreed, the journal, a trace
 * for each person or firm, {@link org.tongqu.platform.data.use.QuestionMoved}. Knows golden records, agreements and keys;
 * keeps no value of any record.
 */
@ApplicationModule(
        id = "data.use",
        displayName = "Use of registers",
        allowedDependencies = {
            "data.agreements",
            "data.catalog",
            "data.golden",
            "data.interfaces",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.demo",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.use;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
