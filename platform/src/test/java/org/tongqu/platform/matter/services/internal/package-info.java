@NullMarked
package org.tongqu.platform.matter.services.internal;

import org.jspecify.annotations.NullMarked;
