/** What every journey stands on: the running demo city, one Chromium, screenshots and the accessibility check. */
@NullMarked
package org.tongqu.journeys._support;

import org.jspecify.annotations.NullMarked;
