package org.tongqu.platform.data.interfaces.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.trust.identity.KeyedPath;

/** Calls show a key and no cookie. */
@Configuration(proxyBeanMethods = false)
class KeyedPaths {

    @Bean
    KeyedPath interfaceCalls() {
        return new KeyedPath(CallController.CALLS + "/**");
    }
}
