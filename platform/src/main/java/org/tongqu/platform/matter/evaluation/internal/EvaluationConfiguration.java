package org.tongqu.platform.matter.evaluation.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.matter.evaluation.EvaluationTerms;

/** When is counted, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationTerms.class)
class EvaluationConfiguration {}
