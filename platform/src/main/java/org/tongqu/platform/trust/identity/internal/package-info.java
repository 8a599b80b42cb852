/** Accounts, sessions, wrong tries and password hashes. */
@NullMarked
package org.tongqu.platform.trust.identity.internal;

import org.jspecify.annotations.NullMarked;
