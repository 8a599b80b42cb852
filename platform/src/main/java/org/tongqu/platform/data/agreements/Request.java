package org.tongqu.platform.data.agreements;

import java.util.List;
import org.tongqu.platform.data.catalog.ResourceCode;

/** What a department asks for. @param items fields of the resource */
public record Request(ResourceCode resource, Agreement.Terms terms, List<String> items) {

    public Request {
        items = List.copyOf(items);
    }
}
