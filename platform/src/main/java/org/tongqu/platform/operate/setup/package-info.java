/**
 * The first day of a real government on this platform: its organisations, posts and people are read from tables, its
 * three administrators get their first passwords, and an administrator who is locked out gets a new one.
 *
 * <p>In: a folder of tables, from whoever holds the machine and the passwords of its database. Out: a directory and
 * accounts, and an entry in the journal for each thing done. Knows no demo; does not change who holds which role once
 * somebody is in the directory, which is the security administrator's to do.
 */
@ApplicationModule(
        id = "operate.setup",
        displayName = "Setting up",
        allowedDependencies = {"operate.start", "trust.access", "trust.directory", "trust.identity", "trust.journal"})
@NullMarked
package org.tongqu.platform.operate.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
