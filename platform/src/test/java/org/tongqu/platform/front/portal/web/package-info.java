@NullMarked
package org.tongqu.platform.front.portal.web;

import org.jspecify.annotations.NullMarked;
