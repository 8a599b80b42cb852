@NullMarked
package org.tongqu.platform.trust.identity.web;

import org.jspecify.annotations.NullMarked;
