/**
 * Rows on their way between a department's node and the centre: what is to be read from where on ({@link
 * org.tongqu.exchange.parcels.Start}), and a batch of rows with those set aside and how far it came ({@link
 * org.tongqu.exchange.parcels.Parcel}), as bytes that can be signed, kept and sent again.
 */
@NullMarked
package org.tongqu.exchange.parcels;

import org.jspecify.annotations.NullMarked;
