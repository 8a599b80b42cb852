package org.tongqu.platform.data.registers.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.OrganisationCode;

/**
 * Gives out organisation codes: {@code MA}, then the running number in six characters of the alphabet of GB 32100 (no I,
 * O, S, V, Z), then the check character of GB 11714. The sequence never gives a number twice, whatever becomes of the
 * transaction.
 */
@Component
public class OrganisationCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String PREFIX = "MA";
    private static final int PLACES = 6;

    private final JdbcClient sql;

    OrganisationCodes(JdbcClient sql) {
        this.sql = sql;
    }

    public OrganisationCode next() {
        return code(sql.sql("SELECT nextval('registers.organisation_code')")
                .query(Long.class)
                .single());
    }

    /** The code of a running number. */
    public static OrganisationCode code(long number) {
        var body = new StringBuilder(PREFIX);
        var places = new char[PLACES];
        var rest = number;
        for (int i = PLACES - 1; i >= 0; i--) {
            places[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return OrganisationCode.compose(body.append(places).toString()).orElseThrow();
    }
}
