@NullMarked
package org.tongqu.platform.matter.evaluation.web;

import org.jspecify.annotations.NullMarked;
