/** What sources said on which day. */
package org.tongqu.platform.data.golden.internal;
