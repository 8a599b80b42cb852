package org.tongqu.platform.data.interfaces;

import java.util.List;
import java.util.Optional;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * What a department says of its interface.
 *
 * @param credential the secret its interface wants to see; sealed before it is kept. None leaves the one that is kept
 */
public record Declaration(
        ResourceCode resource,
        String operation,
        String title,
        Endpoint.Target target,
        List<Endpoint.Parameter> parameters,
        Endpoint.Limits limits,
        Optional<String> credential) {

    public Declaration {
        parameters = List.copyOf(parameters);
    }
}
