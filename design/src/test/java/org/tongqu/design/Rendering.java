package org.tongqu.design;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders a component the way the platform does: precompiled, escaped. */
final class Rendering {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Rendering.class.getClassLoader(), "org.tongqu.design.precompiled");

    static final Texts ZH = TextsBundle.ofComponents().in(Language.ZH);
    static final Texts EN = TextsBundle.ofComponents().in(Language.EN);

    private Rendering() {}

    static String of(String template, Object record) {
        var output = new StringOutput();
        ENGINE.render("design/" + template + ".jte", record, output);
        return output.toString();
    }

    static String of(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        ENGINE.render("design/" + template + ".jte", parameters, output);
        return output.toString();
    }
}
