@NullMarked
package org.tongqu.platform.data.agreements.web;

import org.jspecify.annotations.NullMarked;
