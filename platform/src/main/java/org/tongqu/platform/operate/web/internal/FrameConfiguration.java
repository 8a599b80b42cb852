package org.tongqu.platform.operate.web.internal;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.operate.web.Frames;
import org.tongqu.platform.operate.web.SiteSettings;

/** Reads every module's texts once and puts frames into the hands of controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
class FrameConfiguration {

    /** A page in a broken language is worse than no start at all. */
    @Bean
    TextsBundle textsBundle() throws IOException {
        var bundle = TextsBundle.load(files(Language.ZH), files(Language.EN));
        if (!bundle.problems().isEmpty()) {
            throw new IllegalStateException("Texts do not agree: " + String.join("; ", bundle.problems()));
        }
        return bundle;
    }

    @Bean
    WebMvcConfigurer frameArguments(ObjectProvider<Frames> frames) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FrameArguments(frames.getObject()));
            }
        };
    }

    private static List<URL> files(Language language) throws IOException {
        var found = new ArrayList<URL>();
        var pattern = "classpath*:texts/**/" + language.code() + ".properties";
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            // The components' own sentences are always part of the bundle; engines read theirs themselves.
            var address = file.getURL().toString();
            if (!address.contains("/texts/design/") && !address.contains("/texts/engines/")) {
                found.add(file.getURL());
            }
        }
        return found;
    }
}
