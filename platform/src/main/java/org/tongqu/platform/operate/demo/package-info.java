/**
 * The demo city 云州市 (fictional, divisions 9999xx): divisions, organisations with their staff, residents, firms and a
 * few accounts, the same on every machine. Modules add what belongs to them, such as two years of matters, as {@link
 * org.tongqu.platform.operate.demo.DemoPart}s.
 *
 * <p>In: word lists and an empty database. Out: a city that looks alive. Loaded whole or not at all; refused in
 * production.
 */
@ApplicationModule(
        id = "operate.demo",
        displayName = "Demo city",
        allowedDependencies = {"operate.start", "operate.store", "trust.directory", "trust.identity", "data.registers"})
@NullMarked
package org.tongqu.platform.operate.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
