/**
 * What is watched besides the limits: rules as data over the events of a case. A rule never changes a case; it finds
 * something, in yellow or red, and names the events it found it in.
 */
@NullMarked
package org.tongqu.engines.supervision;

import org.jspecify.annotations.NullMarked;
