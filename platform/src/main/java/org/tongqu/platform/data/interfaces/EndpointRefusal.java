package org.tongqu.platform.data.interfaces;

import java.util.Map;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why an interface was not declared, halted or opened. */
public sealed interface EndpointRefusal {

    record MayNot(AccessRefusal why) implements EndpointRefusal {}

    /** The catalogue has no such published resource. */
    record UnknownResource() implements EndpointRefusal {}

    /** The catalogue does not say that the resource can be had by interface. */
    record NotByInterface() implements EndpointRefusal {}

    record UnknownEndpoint() implements EndpointRefusal {}

    /** It stands already as was asked. */
    record Already() implements EndpointRefusal {}

    /** @param fields what is wrong, by the name of the field */
    record Wrong(Map<String, Fault> fields) implements EndpointRefusal {
        public Wrong {
            fields = Map.copyOf(fields);
        }
    }

    enum Fault implements Coded {
        MISSING,
        TOO_LONG,
        /** Small letters, digits and dashes were expected. */
        NOT_A_NAME,
        NOT_AN_ADDRESS,
        /** An address of the platform's own machine or of no department. */
        ADDRESS_REFUSED,
        /** The address names a parameter that is not declared, or declares it as optional. */
        PARAMETER_UNKNOWN,
        TWICE,
        /** The department has no node of such a system. */
        NO_NODE,
        OUT_OF_RANGE
    }
}
