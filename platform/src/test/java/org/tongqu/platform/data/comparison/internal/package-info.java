@org.jspecify.annotations.NullMarked
package org.tongqu.platform.data.comparison.internal;
