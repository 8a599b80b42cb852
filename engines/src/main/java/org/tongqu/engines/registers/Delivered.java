package org.tongqu.engines.registers;

import java.time.LocalDate;
import java.util.Map;

/**
 * A record as a source hands it over.
 *
 * @param key what the source itself calls the record
 * @param since from when on it is so, as the source says
 * @param fields by name of the attribute; what is left out the source says nothing of
 */
public record Delivered(String key, String identifier, LocalDate since, Map<String, String> fields) {}
