package org.tongqu.platform.matter.licences.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies licences into their table. */
@Component
public class LicenceCopy {

    private final CopyStream copy;
    private final IssueAction issuing;

    LicenceCopy(CopyStream copy, IssueAction issuing) {
        this.copy = copy;
        this.issuing = issuing;
    }

    public Outcome<Licence, String> licence(CaseInHand inHand, DocumentTemplate template, String number, String token) {
        return IssueAction.identifier(inHand, template)
                .then(identifier -> issuing.licence(
                        inHand,
                        template,
                        new IssueAction.Numbers(identifier, number.isEmpty() ? identifier : number),
                        token));
    }

    public static Datum.Fields facts(Licence licence) {
        return IssueAction.facts(licence);
    }

    public void load(List<Licence> licences) {
        try (var rows = copy.into("licences.licence (identifier, token, template, type_code, title, number, case_id,"
                + " receipt, pack_id, pack_hash, holder, holder_name, issuer, issuer_name, document, content_hash,"
                + " issued_at, valid_from, valid_until)")) {
            licences.forEach(licence -> put(rows, licence));
            rows.finish();
        }
    }

    private static void put(CopyStream.Rows rows, Licence licence) {
        rows.text(licence.identifier())
                .text(licence.token())
                .text(licence.kind().template())
                .text(licence.kind().typeCode())
                .text(LicenceStore.json(licence.kind().title()).canonical())
                .text(licence.number())
                .text(licence.origin().caseId())
                .text(licence.origin().receipt().value())
                .text(licence.origin().packId())
                .text(licence.origin().packHash())
                .text(licence.holder().account())
                .text(licence.holder().name())
                .text(licence.issuer().code())
                .text(licence.issuer().name())
                .text(LicenceStore.json(licence.lines()).canonical())
                .text(licence.contentHash())
                .moment(licence.issuedAt())
                .day(licence.validity().from())
                .day(licence.validity().until().orElse(null))
                .end();
    }
}
