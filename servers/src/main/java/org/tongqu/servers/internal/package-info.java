/** How a server is unpacked, made, started, watched and ended. */
@NullMarked
package org.tongqu.servers.internal;

import org.jspecify.annotations.NullMarked;
