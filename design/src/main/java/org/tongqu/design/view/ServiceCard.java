package org.tongqu.design.view;

import java.util.List;
import org.tongqu.design.Icon;

/**
 * One service in a list or on the home page.
 *
 * @param office who handles it
 * @param tags   {@code 全程网办}, {@code 承诺 1 个工作日}: words, at most three
 */
public record ServiceCard(Icon icon, String title, String href, String text, String office, List<String> tags) {
    public ServiceCard {
        tags = List.copyOf(tags);
    }
}
