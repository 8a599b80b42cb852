/**
 * Where and who the government is: divisions of the country, organisations, their posts and staff, and the calendar of
 * working days by which all of them count.
 *
 * <p>In: the national division table and calendar editions, shipped or imported; organisations and staff. Out: the same,
 * by code. Knows who works where; knows nothing of accounts and passwords, nor of what a role permits.
 */
@ApplicationModule(
        id = "trust.directory",
        displayName = "Directory",
        allowedDependencies = {"operate.store"})
@NullMarked
package org.tongqu.platform.trust.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
