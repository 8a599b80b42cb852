/** How the PostgreSQL that is brought along is unpacked, prepared, started, watched and stopped. */
@NullMarked
package org.tongqu.platform.operate.store.internal;

import org.jspecify.annotations.NullMarked;
