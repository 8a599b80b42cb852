package org.tongqu.platform.data.use;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody was told of a thing. @param fields what is claimed, by attribute of the register */
public record Claim(String identifier, Map<String, String> fields) {

    public Claim {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
        return "Claim[fields=" + fields.keySet() + "]";
    }
}
