/** The implementation list of service items (实施清单): its columns as data, what they may hold, what a service says in them. */
@NullMarked
package org.tongqu.engines.items;

import org.jspecify.annotations.NullMarked;
