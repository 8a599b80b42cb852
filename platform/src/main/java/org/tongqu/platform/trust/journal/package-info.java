/**
 * What was done, by whom, for what reason; written in the transaction of the deed itself, never changed and never
 * taken away. A sealer links the committed entries into a hash chain shortly afterwards, so that anybody with the
 * last hash can see whether something before it was altered.
 *
 * <p>In: {@link org.tongqu.platform.trust.journal.Entry}. Out: the entries of a subject or a person, and the verdict on
 * the chain. Knows no business: verbs and subjects are words to it.
 */
@ApplicationModule(
        id = "trust.journal",
        displayName = "Journal",
        allowedDependencies = {"operate.store"})
@NullMarked
package org.tongqu.platform.trust.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
