package org.tongqu.platform.data.interfaces;

import java.util.Map;

/**
 * What a system asks.
 *
 * @param token its key; empty when it showed none
 * @param endpoint id of what it calls
 * @param purpose what for, by code
 * @param matter number of the matter that needs it; empty when none does
 */
public record Asked(String token, String endpoint, String purpose, String matter, Map<String, String> parameters) {

    public Asked {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return "Asked[endpoint=" + endpoint + ", purpose=" + purpose + "]";
    }
}
