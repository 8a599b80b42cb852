/**
 * What tests of the platform stand on: one PostgreSQL per run, a database of its own for each test class, one started
 * platform for the tests that speak HTTP. Everything is real; nothing here knows a module.
 */
@NullMarked
package org.tongqu.platform._support;

import org.jspecify.annotations.NullMarked;
