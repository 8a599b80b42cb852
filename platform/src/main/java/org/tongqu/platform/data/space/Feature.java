package org.tongqu.platform.data.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing on the map, as far as whoever asked may know it.
 *
 * @param id the identifier of its record
 * @param label its name, or its address where it has none
 * @param properties by attribute, in the order of the register
 */
public record Feature(String register, String id, String label, Geometry shape, Map<String, String> properties) {

    public Feature {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
