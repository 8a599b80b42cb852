package org.tongqu.platform.matter.items.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Which event in a life or in a firm the topics of the national list belong to; the words stand in a table. */
@Component
class LifeTopics {

    private static final String TABLE = "org/tongqu/platform/matter/items/topics.properties";
    private static final List<String> COLUMNS = List.of("user_topic_type", "corp_topic_type");

    private final Properties words;

    LifeTopics() {
        try {
            this.words =
                    PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(TABLE), "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events under which an item is found. */
    List<String> events(Map<String, String> cells) {
        var events = new ArrayList<String>();
        for (var column : COLUMNS) {
            Stream.of(cells.getOrDefault(column, "").split("[,，、\\s]+"))
                    .map(words::getProperty)
                    .filter(Objects::nonNull)
                    .filter(event -> !events.contains(event))
                    .forEach(events::add);
        }
        return List.copyOf(events);
    }
}
