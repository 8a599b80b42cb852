package org.tongqu.engines.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * A document that a case hands out: what stands on it and how it is numbered.
 *
 * @param typeCode 证照类型代码: the credit code of the body that defined the type and three digits
 * @param layout   the names of the fields in the order and places they are drawn
 */
public record DocumentTemplate(
        String id,
        Label title,
        String typeCode,
        Numbering numbering,
        List<FactField> fields,
        Optional<Label> validity,
        Layout layout) {

    public DocumentTemplate {
        fields = List.copyOf(fields);
    }

    /**
     * How the document gets its number.
     *
     * @param scheme   {@code unified-social-credit-code}, {@code licence-identifier} or {@code yearly}
     * @param settings what the scheme needs, e.g. {@code department}, {@code category}, {@code division}
     */
    public record Numbering(Scheme scheme, Map<String, String> settings) {
        public Numbering {
            settings = Map.copyOf(settings);
        }
    }

    /** The numbering schemes the platform can serve. */
    public enum Scheme {
        UNIFIED_SOCIAL_CREDIT_CODE,
        LICENCE_IDENTIFIER,
        YEARLY
    }

    /**
     * @param left  fields of the left (or only) column
     * @param right fields of the right column
     * @param foot  fields under both columns, beside seal and QR code
     */
    public record Layout(Orientation orientation, List<String> left, List<String> right, List<String> foot) {
        public Layout {
            left = List.copyOf(left);
            right = List.copyOf(right);
            foot = List.copyOf(foot);
        }
    }

    /** How the sheet lies. */
    public enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }
}
