package org.tongqu.platform.data.use;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * That a resource of the catalogue is read from a register, so that agreements about the one let use the other.
 *
 * @param items field of the resource by attribute, or the identifier, of the register
 */
public record Offer(ResourceCode resource, String register, Map<String, String> items) {

    public Offer {
        items = Map.copyOf(new LinkedHashMap<>(items));
    }

    /** The field of the resource that stands for the attribute. */
    public Optional<String> item(String attribute) {
        return Optional.ofNullable(items.get(attribute));
    }
}
