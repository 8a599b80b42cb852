@NullMarked
package org.tongqu.platform.data.catalog.web;

import org.jspecify.annotations.NullMarked;
