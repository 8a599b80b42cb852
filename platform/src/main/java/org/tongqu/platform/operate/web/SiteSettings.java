package org.tongqu.platform.operate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.design.Language;
import org.tongqu.design.Site;

/**
 * Whose site this is, as configured under {@code tongqu.site}. What a government website must state at its foot is
 * the operator's to say, in both languages.
 *
 * @param names   by shell and language: {@code portal.zh}, {@code desk.en}
 * @param sponsor by language: who answers for the site (主办单位)
 * @param hotline the number people may call
 * @param filings 备案号, 网站标识码 and the like, exactly as issued
 */
@ConfigurationProperties("tongqu.site")
public record SiteSettings(
        @DefaultValue Map<String, Map<String, String>> names,
        @DefaultValue Map<String, String> sponsor,
        @DefaultValue("12345") String hotline,
        @DefaultValue List<String> filings) {

    public String name(Shell shell, Language language) {
        return names.getOrDefault(shell.code(), Map.of()).getOrDefault(language.code(), "Tongqu");
    }

    public String sponsor(Language language) {
        return sponsor.getOrDefault(language.code(), "");
    }

    /** What the shell shows; its own links come before the filings, which are only stated. */
    public Site site(Shell shell, Language language, List<Site.FootLink> links) {
        var foot = new ArrayList<>(links);
        filings.forEach(filing -> foot.add(new Site.FootLink(filing, "")));
        var home = shell == Shell.PORTAL ? "/" : "/desk";
        return new Site(name(shell, language), sponsor(language), hotline, home, foot);
    }
}
