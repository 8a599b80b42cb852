@NullMarked
package org.tongqu.platform.data.space.web;

import org.jspecify.annotations.NullMarked;
