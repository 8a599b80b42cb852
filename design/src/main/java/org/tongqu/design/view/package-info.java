/** What people read: lamps, lists, facts, time lines, notices. */
@NullMarked
package org.tongqu.design.view;

import org.jspecify.annotations.NullMarked;
