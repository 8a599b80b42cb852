package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tongqu.journeys._support.Screens;

/** Runs last: every page of the platform was looked at in some journey, by eye and by axe. A new page needs a look. */
@Isolated("it looks at what all the others saw")
class EveryPageTest {

    /** Answer Object and always lead elsewhere. */
    private static final Set<String> WAYS = Set.of("/account", "/drafts/{id}/submit", "/my/cases/{receipt}/correct");

    /** What the server says where nothing is; its photographs carry the address that was asked for. */
    private static final String NOWHERE = "/error";

    @Test
    void everyPageWasLookedAt() {
        assumeThat(Screens.paths()).as("the journeys ran before").hasSizeGreaterThan(10);
        var pages = pages();
        assertThat(pages).as("pages of the platform").hasSizeGreaterThan(40);
        var seen = Screens.paths().stream()
                .flatMap(path -> pages.stream()
                        .filter(page -> page.matches(PathContainer.parsePath(path)))
                        .sorted(PathPattern.SPECIFICITY_COMPARATOR)
                        .limit(1))
                .map(PathPattern::getPatternString)
                .toList();
        assertThat(pages.stream().map(PathPattern::getPatternString).filter(page -> !seen.contains(page)))
                .as("pages nobody looked at")
                .isEmpty();
    }

    private static List<PathPattern> pages() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("org.tongqu.platform").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method ->
                        Set.of("Html", "Object").contains(method.getReturnType().getSimpleName()))
                .flatMap(method ->
                        Stream.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class)))
                .filter(mapping -> mapping.method().length == 0
                        || List.of(mapping.method()).contains(RequestMethod.GET))
                .flatMap(mapping -> Arrays.stream(mapping.path()))
                .filter(path -> !WAYS.contains(path) && !path.equals(NOWHERE))
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
