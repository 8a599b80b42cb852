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
        FILTER,
        FILTER_LANGUAGE
    }

    Problem problem(TextsBundle texts) {
        var code = what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.of(texts, "urn:tongqu:space:" + code, 400, "space.problem." + code, parameter, more);
    }
}
