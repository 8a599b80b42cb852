package org.tongqu.design;

import java.util.List;

/**
 * Whose site this is. What a government website must state at its foot comes from configuration.
 *
 * @param name    {@code 云州市政务服务}
 * @param sponsor who answers for the site (主办单位)
 * @param hotline the number people may call, {@code 12345}
 * @param home    where the mark leads
 * @param foot    site map, about, filing numbers (备案号, 网站标识码)
 */
public record Site(String name, String sponsor, String hotline, String home, List<FootLink> foot) {

    /** @param href empty where there is only something to state */
    public record FootLink(String label, String href) {}

    public Site {
        foot = List.copyOf(foot);
    }
}
