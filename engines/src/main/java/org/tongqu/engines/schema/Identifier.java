package org.tongqu.engines.schema;

import java.util.Locale;
import java.util.Optional;

/** A national identifier that a text property may hold, checked digit by digit. */
public enum Identifier {
    /** 公民身份号码, GB 11643. */
    CITIZEN_NUMBER,
    /** 统一社会信用代码, GB 32100. */
    UNIFIED_SOCIAL_CREDIT_CODE,
    /** 组织机构代码, GB 11714. */
    ORGANISATION_CODE,
    /** 手机号码 of mainland China. */
    MOBILE_NUMBER,
    /** 行政区划代码 of 6, 9 or 12 digits. */
    DIVISION_CODE,
    /** 姓名 as it stands in a register. */
    PERSON_NAME;

    /** As written behind {@code x-identifier}, e.g. {@code citizen-number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Identifier> find(String code) {
        for (var identifier : values()) {
            if (identifier.code().equals(code)) {
                return Optional.of(identifier);
            }
        }
        return Optional.empty();
    }
}
