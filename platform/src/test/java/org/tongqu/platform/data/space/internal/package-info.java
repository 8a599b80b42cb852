/** What lies where. */
package org.tongqu.platform.data.space.internal;
