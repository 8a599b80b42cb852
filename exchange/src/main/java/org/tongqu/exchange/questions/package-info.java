/**
 * What the centre asks of the side of a flow that a node keeps, beside the flow's runs: what it holds, rows of the source to
 * be sent again, and that the target takes them. Asked with a node's work, answered in pieces.
 */
@NullMarked
package org.tongqu.exchange.questions;

import org.jspecify.annotations.NullMarked;
