package org.tongqu.platform.data.corrections;

import java.util.List;

/** What is reported. @param key of the row in the target, in the order of the flow's key */
public record Reported(String flow, List<String> key, String item, String expected, String why) {

    public Reported {
        key = List.copyOf(key);
    }
}
