package org.tongqu.platform.trust.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserNameTest {

    private static final String AFTER = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    @Test
    void aBrowserIsCalledWhatItsOwnerCallsIt() {
        assertThat(BrowserName.of("Mozilla/5.0 (X11; Linux x86_64)" + AFTER)).isEqualTo("Chrome · Linux");
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64)" + AFTER + " Edg/141.0"))
                .isEqualTo("Edge · Windows");
        assertThat(BrowserName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"))
                .isEqualTo("Safari · iPhone");
    }

    @Test
    void whatNobodyKnowsIsShownAsItCame() {
        assertThat(BrowserName.of("curl/8.5")).isEqualTo("curl/8.5");
        assertThat(BrowserName.of("")).isEmpty();
    }
}
