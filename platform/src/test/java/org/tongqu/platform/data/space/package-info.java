/** The map, and the standard by which systems read it. */
package org.tongqu.platform.data.space;
