package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/** What can be called of a resource, as people read what its OpenAPI document tells machines. */
public record DocumentPage(
        PageFrame frame, Heading heading, List<Operation> operations, DataTable records, DataTable refusals)
        implements Page {

    public DocumentPage {
        operations = List.copyOf(operations);
    }

    public record Heading(String name, String summary, KeyFacts facts, List<ButtonLink> ways) {
        public Heading {
            ways = List.copyOf(ways);
        }
    }

    /** @param href to how it stands @param example what a system sends, line by line */
    public record Operation(
            String id, String title, String href, Lamp lamp, List<String> example, DataTable parameters) {
        public Operation {
            example = List.copyOf(example);
        }
    }
}
