/** The hall as people see it: booking, kiosk, ticket, calling screen, window. */
@NullMarked
package org.tongqu.platform.matter.hall.web;

import org.jspecify.annotations.NullMarked;
