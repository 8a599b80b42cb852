package org.tongqu.platform._support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a migrated PostgreSQL database of its own, as a parameter of type {@link TestDatabase} of its
 * constructor or of any test method. What one test leaves in it, the next test of the same class finds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlatformDatabaseExtension.class)
public @interface PlatformDatabase {}
