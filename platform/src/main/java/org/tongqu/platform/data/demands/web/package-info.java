@NullMarked
package org.tongqu.platform.data.demands.web;

import org.jspecify.annotations.NullMarked;
