package org.tongqu.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Names of a flow as PostgreSQL takes them: always in quotes, so that none is ever read as anything else. */
public final class SqlName {

    private SqlName() {}

    /** {@code schema.table} as {@code "schema"."table"}. */
    public static String table(String name) {
        return Arrays.stream(name.split("\\.", -1)).map(SqlName::column).collect(Collectors.joining("."));
    }

    public static String column(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String columns(List<String> names) {
        return names.stream().map(SqlName::column).collect(Collectors.joining(", "));
    }
}
