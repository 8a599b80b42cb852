/** The messages of whoever is signed in, at either door. */
@NullMarked
package org.tongqu.platform.matter.notices.web;

import org.jspecify.annotations.NullMarked;
