/**
 * Reads the YAML a pack is written in, and remembers the line of every value.
 *
 * <p>In: bytes from a folder that a stranger may have written. Out: a tree of {@link
 * org.tongqu.engines.yaml.YamlValue} or problems with a line. Only plain YAML is known: no tags
 * that name classes, no merge keys, few aliases, no key twice. Knows nothing of what a pack means.
 */
@NullMarked
package org.tongqu.engines.yaml;

import org.jspecify.annotations.NullMarked;
