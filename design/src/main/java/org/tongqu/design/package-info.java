/**
 * How things look: a component is a record, a template of the same stem and examples. Knows JTE and nothing
 * else: no Spring, no platform, no engine. Pages are composed in their own modules out of these.
 */
@NullMarked
package org.tongqu.design;

import org.jspecify.annotations.NullMarked;
