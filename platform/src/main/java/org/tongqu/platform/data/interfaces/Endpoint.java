package org.tongqu.platform.data.interfaces;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * One thing that can be asked of a resource by HTTP.
 *
 * @param provider code of the department whose it is
 * @param version how often it was declared, from 1
 */
public record Endpoint(
        ResourceCode resource,
        String operation,
        String provider,
        String title,
        Target target,
        List<Parameter> parameters,
        Limits limits,
        State state,
        int version) {

    public Endpoint {
        parameters = List.copyOf(parameters);
    }

    /** In addresses, meters and the journal, e.g. {@code 101001-1.query}. */
    public String id() {
        return id(resource, operation);
    }

    static String id(ResourceCode resource, String operation) {
        return resource.key() + "." + operation;
    }

    /**
     * Where it is asked at its department's.
     *
     * @param address with the names of parameters in braces where they stand in the path
     * @param recordsAt the names that lead to the records in its answer; none when they are the whole of it
     * @param credentialHeader in which header the department wants to see its secret; none when it wants none
     * @param via the system of the department whose node asks; none when the centre does
     */
    public record Target(
            Method method,
            String address,
            List<String> recordsAt,
            Optional<String> credentialHeader,
            Optional<String> via) {
        public Target {
            recordsAt = List.copyOf(recordsAt);
        }
    }

    public enum Method implements Coded {
        GET,
        POST
    }

    /** What may be asked along. @param length of the longest value */
    public record Parameter(String name, String title, Need need, Kind kind, int length) {}

    public enum Need implements Coded {
        REQUIRED,
        OPTIONAL
    }

    public enum Kind implements Coded {
        TEXT,
        INTEGER,
        DATE
    }

    /**
     * @param time how long its department may take in all
     * @param perMinute how often it may be called in a minute under one agreement
     */
    public record Limits(Duration time, int perMinute) {}

    public enum State implements Coded {
        OPEN,
        HALTED
    }
}
