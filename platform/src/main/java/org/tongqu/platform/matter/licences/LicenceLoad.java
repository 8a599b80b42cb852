package org.tongqu.platform.matter.licences;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.licences.internal.LicenceCopy;

/** Fills an empty table with licences that another system hands over once. */
@Service
public class LicenceLoad {

    private final LicenceCopy copy;

    LicenceLoad(LicenceCopy copy) {
        this.copy = copy;
    }

    /**
     * The licence that a case would issue under a number, not stored.
     *
     * @param number e.g. a unified social credit code; empty where the identifier is the number
     */
    public Outcome<Licence, String> licence(CaseInHand inHand, DocumentTemplate template, String number, String token) {
        return copy.licence(inHand, template, number, token);
    }

    /** What the case keeps of it. */
    public static Datum.Fields facts(Licence licence) {
        return LicenceCopy.facts(licence);
    }

    public void load(List<Licence> licences) {
        copy.load(licences);
    }
}
