package org.tongqu.platform.data.space.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as the store keeps them. */
final class PropertyJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private PropertyJson() {}

    static String write(Map<String, String> properties) {
        return JSON.writeValueAsString(properties);
    }

    static Map<String, String> read(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
