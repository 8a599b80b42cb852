package org.tongqu.platform.operate.store.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.tongqu.platform.operate.store.Later;

/**
 * A connection that sends what waits before anything else is asked of it, and forgets it when all is undone. Several
 * statements in one text go to PostgreSQL as one message and are planned once like single ones.
 */
final class WaitingWrites implements InvocationHandler, Later.Waiting {

    private record Write(String statement, @Nullable Object[] values) {}

    private final Bracket bracket;
    private final List<Write> waiting = new ArrayList<>();

    WaitingWrites(Bracket bracket) {
        this.bracket = bracket;
    }

    @Override
    public void add(String statement, @Nullable Object... values) {
        waiting.add(new Write(statement, values));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofAnyObject(proxy, method, arguments);
        }
        switch (method.getName()) {
            case "prepareStatement", "createStatement", "prepareCall", "commit", "setAutoCommit", "setSavepoint" ->
                send();
            case "rollback", "close", "abort" -> waiting.clear();
            case "unwrap" -> {
                if (asked(arguments) == Later.Waiting.class) {
                    return this;
                }
                send();
            }
            case "isWrapperFor" -> {
                if (asked(arguments) == Later.Waiting.class) {
                    return true;
                }
            }
            default -> {}
        }
        return answered(method, arguments);
    }

    private @Nullable Object answered(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "isReadOnly" -> {
                return bracket.isReadOnly();
            }
            case "getAutoCommit" -> {
                return bracket.isAutoCommit();
            }
            case "setReadOnly" -> {
                if (Boolean.TRUE.equals(asked(arguments))) {
                    bracket.onlyReads();
                } else {
                    bracket.readsNoLonger();
                }
            }
            case "setAutoCommit" -> {
                if (Boolean.TRUE.equals(asked(arguments))) {
                    bracket.end();
                } else {
                    bracket.begin();
                }
            }
            case "close" -> bracket.close();
            case "commit" -> bracket.commit();
            case "rollback" -> {
                if (arguments != null && arguments.length > 0) {
                    return passed(bracket.connection(), method, arguments);
                }
                bracket.rollback();
            }
            case "getTransactionIsolation", "setTransactionIsolation" -> {
                return passed(bracket.isolated(), method, arguments);
            }
            default -> {
                return passed(bracket.connection(), method, arguments);
            }
        }
        return null;
    }

    /** Without taking a connection for it. */
    private Object ofAnyObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == asked(arguments);
            case "hashCode" -> System.identityHashCode(this);
            default -> "connection of the store " + System.identityHashCode(this);
        };
    }

    private static @Nullable Object passed(Connection to, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object asked(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    private void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var writes = List.copyOf(waiting);
        waiting.clear();
        var text = writes.stream().map(Write::statement).collect(Collectors.joining(";\n"));
        try (var statement = bracket.connection().prepareStatement(text)) {
            int position = 0;
            for (var write : writes) {
                for (var value : write.values()) {
                    StatementCreatorUtils.setParameterValue(statement, ++position, SqlTypeValue.TYPE_UNKNOWN, value);
                }
            }
            statement.execute();
        }
    }
}
