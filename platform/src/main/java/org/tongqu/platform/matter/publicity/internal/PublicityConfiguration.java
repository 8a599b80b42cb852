package org.tongqu.platform.matter.publicity.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.matter.publicity.PublicityTerms;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicityTerms.class)
class PublicityConfiguration {}
