/**
 * Shapes of things on the map: reads and checks them (GeoJSON or WKT, degrees of CGCS2000 which CRS84 stands for), and
 * filters of features in CQL2 text.
 *
 * <p>In: text. Out: shapes of JTS and filters, or the reason why not. Knows no register and no store.
 */
@NullMarked
package org.tongqu.engines.space;

import org.jspecify.annotations.NullMarked;
