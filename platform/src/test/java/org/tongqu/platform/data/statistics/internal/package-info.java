/** The figures of the demo. */
package org.tongqu.platform.data.statistics.internal;
