package org.tongqu.platform._support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts a counter in front of the application's connections; see {@link StatementCount}. */
final class StatementCounting implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (name.equals("pool") || name.equals("readingPool")) && bean instanceof DataSource source
                ? counting(DataSource.class, source)
                : bean;
    }

    private static Object counting(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> wrapped(target, method, arguments));
    }

    /** They work whenever they like, also while a request is measured: the sealer, the timers, what follows deliveries. */
    private static final Set<String> BESIDE =
            Set.of("fresh", "comparison", "flow", "following", "arrivals", "change-bell", "files", "harvest");

    private static boolean isBesideAllRequests() {
        var thread = Thread.currentThread().getName();
        return thread.startsWith("scheduling-") || BESIDE.contains(thread);
    }

    private static @Nullable Object wrapped(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (target instanceof Statement && method.getName().startsWith("execute") && !isBesideAllRequests()) {
            StatementCount.add();
        }
        try {
            Object result = method.invoke(target, arguments);
            return switch (result) {
                case Connection connection when target instanceof DataSource -> counting(Connection.class, connection);
                case Statement statement
                when target instanceof Connection -> counting(method.getReturnType(), statement);
                case null, default -> result;
            };
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
