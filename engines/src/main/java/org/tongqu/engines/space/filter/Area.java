package org.tongqu.engines.space.filter;

import org.locationtech.jts.geom.Geometry;

/** What lies somewhere. */
public sealed interface Area extends Part {

    /** The shape of the feature itself. */
    record Own() implements Area {}

    record Drawn(Geometry shape) implements Area {}
}
