package org.tongqu.platform._support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One database per outermost test class; dropped when the class is done. */
final class PlatformDatabaseExtension implements ParameterResolver {

    private static final Namespace OWN = Namespace.create(PlatformDatabaseExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext outermost = outermost(context);
        return outermost
                .getStore(OWN)
                .computeIfAbsent(TestDatabase.class, key -> TestServer.shared().newDatabase(), TestDatabase.class);
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            at = at.getParent().orElseThrow();
        }
        return at;
    }
}
