package org.tongqu.platform.data.use;

import java.time.Instant;
import java.util.List;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.golden.Concerned;

/**
 * That an officer asked deliveries about people. It holds no value.
 *
 * @param code of the check
 * @param what was asked, e.g. 居民家庭经济状况核对（个人所得税、机动车）
 * @param matter number of the application
 */
public record CheckUse(
        String code,
        Label what,
        String organisation,
        String matter,
        Purpose purpose,
        Instant at,
        List<Concerned> about) {

    public CheckUse {
        about = List.copyOf(about);
    }
}
