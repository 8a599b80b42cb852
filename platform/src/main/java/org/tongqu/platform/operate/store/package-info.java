/**
 * The one store: a PostgreSQL that is either brought along and kept under the data folder, or reached at a given
 * address. Migrates the schemas of all modules and gives the application a pool that may read and write rows but
 * never change a table.
 *
 * <p>In: the data folder or a JDBC address. Out: {@code DataSource}, {@code JdbcClient}, transactions. Knows nothing
 * of what is stored.
 */
@ApplicationModule(
        id = "operate.store",
        displayName = "Store",
        allowedDependencies = {"operate.start"})
@NullMarked
package org.tongqu.platform.operate.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
