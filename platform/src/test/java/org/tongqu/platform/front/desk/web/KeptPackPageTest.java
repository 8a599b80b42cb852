package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: a case opened under an older form of its pack goes on, whatever may be published today. */
class KeptPackPageTest {

    private static final String PASSWORD = "Mountain-river-42";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Town town = Town.fresh();

    @Test
    void aCaseFromBeforeTheRulesOfSupervisionIsShownAndDecided() throws IOException {
        var applicant = town.citizen();
        var caseId = town.submitted(applicant).caseId();
        var old = "0ld-" + caseId;
        keepAsItWas(old);
        under(old, caseId);
        var casework = town.bean(Casework.class);

        for (var role : town.pack().roles()) {
            var officer = town.officer(role.code());
            var browser = signIn(officer);
            var page = browser.opens("/desk/cases/" + caseId);
            assertThat(page.status()).as("the case before %s", role.code()).isEqualTo(200);
            var task = casework.findStory(officer, caseId).orElseThrow().tasks().getFirst();
            var path = "/desk/cases/" + caseId + "/tasks/" + task.taskId();
            browser.sends(path + "/claim", Map.of());
            var outcome = task.outcomes().getFirst().code();
            var done = browser.sends(path + "/complete", Map.of("outcome", outcome, "reason", "材料齐全"));
            assertThat(done.status()).as("%s by %s", outcome, role.code()).isEqualTo(200);
        }

        var view = casework.findCase(applicant, caseId).orElseThrow();
        assertThat(view.standing().isEnded()).isTrue();
        assertThat(town.bean(ServiceCatalogue.class)
                        .packByHash(old)
                        .clocks()
                        .find("promised")
                        .orElseThrow()
                        .warnPercent())
                .isEqualTo(55);
    }

    private Visitor signIn(SignedIn.Officer officer) {
        var name = "kept-" + officer.staff();
        town.bean(Accounts.class).enrol(officer.staff(), name, PASSWORD).orElseThrow();
        var browser = platform.visitor();
        browser.opens("/desk/sign-in");
        browser.sends("/desk/sign-in", Map.of("name", name, "password", PASSWORD));
        return browser;
    }

    /** The pack as it was kept when a clock itself said from when it warns and nobody was told anything. */
    private void keepAsItWas(String hash) throws IOException {
        var sql = platform.database().asOwner();
        var now = sql.sql("SELECT files FROM services.pack_version WHERE content_hash = ?")
                .param(town.pack().contentHash())
                .query(byte[].class)
                .single();
        sql.sql("INSERT INTO services.pack_version (content_hash, pack_id, version, files, kept_at) VALUES (?,?,?,?,?)")
                .params(
                        hash,
                        town.pack().id(),
                        "0",
                        before(now),
                        Instant.parse("2026-01-05T01:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] before(byte[] archive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (name.startsWith("supervision/") || name.startsWith("notices/")) {
                    continue;
                }
                var content = in.readAllBytes();
                if (name.equals("pack.yaml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("(?m)^(    limit: .*)$", "$1\n    warnPercent: 55")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void under(String hash, String caseId) {
        var sql = platform.database().asOwner();
        sql.sql("UPDATE casework.case_file SET pack_hash = ? WHERE id = ?::uuid")
                .params(hash, caseId)
                .update();
        sql.sql("UPDATE intake.submission SET pack_hash = ? WHERE case_id = ?::uuid")
                .params(hash, caseId)
                .update();
    }
}
