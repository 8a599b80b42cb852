/** The doors: sign-in, registration, one's own sessions; and the filter chain that knows who is asking. */
@NullMarked
package org.tongqu.platform.trust.identity.web;

import org.jspecify.annotations.NullMarked;
