package org.tongqu.platform.data.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.tongqu.engines.space.filter.Filter;

/**
 * Which things of a layer are asked for.
 *
 * @param boxes in one of which it must lie at least in part; empty for anywhere
 * @param equal attributes that must have these values
 * @param words that must occur in its name; empty for any
 * @param filter that must hold
 * @param after the identifier behind which to go on
 */
public record Question(
        Layer layer,
        Sight sees,
        List<Envelope> boxes,
        Map<String, String> equal,
        String words,
        Optional<Filter> filter,
        Optional<String> after,
        int limit) {

    public Question {
        boxes = List.copyOf(boxes);
        equal = new LinkedHashMap<>(equal);
    }

    public static Question of(Layer layer, Sight sees, int limit) {
        return new Question(layer, sees, List.of(), Map.of(), "", Optional.empty(), Optional.empty(), limit);
    }

    public Question in(List<Envelope> places) {
        return new Question(layer, sees, places, equal, words, filter, after, limit);
    }

    public Question having(Map<String, String> values) {
        return new Question(layer, sees, boxes, values, words, filter, after, limit);
    }

    public Question named(String part) {
        return new Question(layer, sees, boxes, equal, part, filter, after, limit);
    }

    public Question where(Optional<Filter> holds) {
        return new Question(layer, sees, boxes, equal, words, holds, after, limit);
    }

    public Question after(Optional<String> identifier) {
        return new Question(layer, sees, boxes, equal, words, filter, identifier, limit);
    }

    /** @param next behind which the next page begins; empty at the end */
    public record Answer(List<Feature> features, Optional<String> next) {

        public Answer {
            features = List.copyOf(features);
        }
    }
}
