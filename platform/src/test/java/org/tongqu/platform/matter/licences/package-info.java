@NullMarked
package org.tongqu.platform.matter.licences;

import org.jspecify.annotations.NullMarked;
