package org.tongqu.platform.data.exchange.internal.departments;

import java.sql.SQLException;
import org.tongqu.exchange.Login;

/** A server with databases of the demo's departments. */
interface DepartmentServer extends AutoCloseable {

    /**
     * Makes the database and the login of a department, and fills the database once.
     *
     * @param password the department's from now on
     */
    Login prepare(Department department, String password) throws SQLException;

    @Override
    void close();
}
