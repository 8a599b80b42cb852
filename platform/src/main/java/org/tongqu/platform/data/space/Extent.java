package org.tongqu.platform.data.space;

import org.locationtech.jts.geom.Envelope;

/** How many things there are. @param around the box around all of them */
public record Extent(long many, Envelope around) {

    public Extent with(Extent other) {
        var both = new Envelope(around);
        both.expandToInclude(other.around());
        return new Extent(many + other.many(), both);
    }
}
