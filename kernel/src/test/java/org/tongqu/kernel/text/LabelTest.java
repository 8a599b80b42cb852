package org.tongqu.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void speaksTheLanguageAskedFor() {
        var label = new Label("受理", "Accepted");

        assertThat(label.in(Language.ZH)).isEqualTo("受理");
        assertThat(label.in(Language.EN)).isEqualTo("Accepted");
    }

    @Test
    void speaksChineseWhereNothingWasTranslated() {
        assertThat(new Label("受理", " ").in(Language.EN)).isEqualTo("受理");
    }

    @Test
    void isNeverWithoutChinese() {
        assertThatThrownBy(() -> new Label("", "Accepted")).hasMessageContaining("Accepted");
    }

    @Test
    void aLanguageIsFoundByThePrimaryPartOfItsTag() {
        assertThat(Language.fromTag("zh-Hans-CN")).contains(Language.ZH);
        assertThat(Language.fromTag("EN_us")).contains(Language.EN);
        assertThat(Language.fromTag("fr")).isEmpty();
        assertThat(Language.fromTag("")).isEmpty();
        assertThat(Language.ZH.tag()).isEqualTo("zh");
    }
}
