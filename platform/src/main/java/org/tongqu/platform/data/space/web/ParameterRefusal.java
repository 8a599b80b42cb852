package org.tongqu.platform.data.space.web;

import org.tongqu.design.TextsBundle;
import org.tongqu.platform.operate.web.Problem;

/**
 * A parameter of a question that cannot be answered.
 *
 * @param parameter its name
 * @param what is wrong; each has its words
 * @param more what the words name besides the parameter
 */
record ParameterRefusal(String parameter, What what, String more) {

    enum What {
        UNKNOWN,
        LIMIT,
        BOX,
        TIME,
        NUMBER,
        TOO_MANY,
        FILTER_LANGUAGE,
        FILTER_UNEXPECTED,
        FILTER_ENDS,
        FILTER_NO_ATTRIBUTE,
        FILTER_NOT_OF_KIND,
        FILTER_SHAPE,
        FILTER_TIME,
        FILTER_TOO_LARGE
    }

    Problem problem(TextsBundle texts) {
        var code = what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.of(texts, "urn:tongqu:space:" + code, 400, "space.problem." + code, parameter, more);
    }
}
