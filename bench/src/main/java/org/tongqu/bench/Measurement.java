package org.tongqu.bench;

import java.util.List;
import java.util.Map;

/** One figure or a few that belong together. */
public interface Measurement {

    /** The name after {@code ./tongqu bench}. */
    String name();

    /**
     * Measures, and tells on standard error what it is doing.
     *
     * @param bench where the built program is
     * @param arguments what stood after the name
     * @return what the last line says, in this order, beside the name; the entry {@code goal} holds what is aimed at
     */
    Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception;
}
