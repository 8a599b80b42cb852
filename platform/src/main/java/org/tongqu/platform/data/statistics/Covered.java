package org.tongqu.platform.data.statistics;

import java.util.Map;
import org.tongqu.engines.statistics.Regions;

/** The regions an office has figures of. @param office code of the organisation. @param names by code */
public record Covered(String office, Regions regions, Map<String, String> names) {
    public Covered {
        names = Map.copyOf(names);
    }

    public String name(String region) {
        return names.getOrDefault(region, region);
    }
}
