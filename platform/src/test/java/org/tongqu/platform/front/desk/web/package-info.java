@NullMarked
package org.tongqu.platform.front.desk.web;

import org.jspecify.annotations.NullMarked;
