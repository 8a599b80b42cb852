package org.tongqu.platform.operate.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the templates behind the controllers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String PRECOMPILED = "org.tongqu.platform.precompiled";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, WebConfiguration.class.getClassLoader(), PRECOMPILED);

    private final OpenPages open;

    WebConfiguration(@Value("${tongqu.web.open-pages}") List<String> openPages) {
        this.open = new OpenPages(openPages);
    }

    @Bean
    TemplateEngine templates() {
        return templates;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new HtmlReturnValues(templates, open));
    }
}
