package org.tongqu.platform.operate.web.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.tongqu.platform.operate.web.Html;

/** Renders an {@link Html} with the precompiled templates. */
class HtmlReturnValues implements HandlerMethodReturnValueHandler {

    private final TemplateEngine templates;
    private final OpenPages open;

    HtmlReturnValues(TemplateEngine templates, OpenPages open) {
        this.templates = templates;
        this.open = open;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Html.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (value instanceof Html html && asked != null && response != null) {
            write(html, new ServletWebRequest(asked, response), response);
        }
    }

    private void write(Html html, ServletWebRequest request, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(html.template() + ".jte", html.page(), output);
        if (open.isKnown(request, html, output)) {
            return;
        }
        response.setStatus(html.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
