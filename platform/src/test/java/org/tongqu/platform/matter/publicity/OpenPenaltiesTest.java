package org.tongqu.platform.matter.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.matter._support.Town;

/** FEATURE: penalties that are published are an open resource of the catalogue, brought up to date by each act. */
class OpenPenaltiesTest {

    private static final String JSON = "/publicity/open/penalties.json";

    private final Town town = Town.fresh();
    private final Department credit = Department.fresh();
    private final Penalties penalties = town.bean(Penalties.class);
    private final Visitor visitor = StartedPlatform.shared().visitor();

    private Penalty decided(String number) {
        var chief = town.officer("chief", Set.of("desk-chief"));
        return penalties
                .register(
                        chief,
                        new Penalty.Decided(
                                number,
                                LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE),
                                new Penalty.Subject(
                                        Penalty.Subject.Kind.ORGANISATION,
                                        "云州市测试有限公司",
                                        town.office().code(),
                                        ""),
                                new Penalty.Deed("超范围经营", "说\"不\"，也做", "《测试法》第一条"),
                                new Penalty.Ruling(
                                        Set.of(Penalty.Sort.WARNING),
                                        "警告",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Penalty.Severity.GENERAL)))
                .orElseThrow();
    }

    private List<String> numbers() {
        var file = (Datum.Fields) DatumJson.read(visitor.opens(JSON).body());
        return file.items("records").stream()
                .map(record -> record.text("cf_wsh").orElse(""))
                .toList();
    }

    @Test
    void whatIsPublishedIsTakenByAnybodyAndWhatIsTakenDownLeavesTheFile() throws IOException {
        var chief = town.officer("chief", Set.of("desk-chief"));
        var kept = decided("公开1-" + town.office().code());
        var gone = decided("公开2-" + town.office().code());
        penalties.publish(chief, kept.id()).orElseThrow();
        assertThat(visitor.opens(JSON).status()).as("no resource has it yet").isEqualTo(404);
        var draft = Department.draft("行政处罚公示")
                .with(List.of(Department.item("决定书文号", "cf_wsh", Sensitivity.PUBLIC, Set.of())));
        var code = credit.published(
                Department.opened(Department.carrying(draft, "penalty.number", Authority.SOURCE), Openness.OPEN));
        var catalog = town.bean(Catalog.class);
        var edition = catalog.findOpen(code).orElseThrow();
        assertThat(catalog.lastDelivery(edition)).isEmpty();

        penalties.publish(chief, gone.id()).orElseThrow();
        assertThat(numbers()).contains(kept.decided().number(), gone.decided().number());
        var published = catalog.lastDelivery(edition).orElseThrow();
        var tag = visitor.opens(JSON).header("ETag");
        assertThat(asking(tag)).as("what somebody has already").isEqualTo(304);
        penalties.withdraw(chief, gone.id(), "决定已撤销").orElseThrow();

        assertThat(numbers())
                .contains(kept.decided().number())
                .doesNotContain(gone.decided().number());
        assertThat(asking(tag)).isEqualTo(200);
        var withdrawn = catalog.lastDelivery(edition).orElseThrow();
        assertThat(withdrawn.at()).isAfter(published.at());
        var csv = visitor.opens("/publicity/open/penalties.csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .contains(
                        "id,cf_xdr_mc", kept.decided().number(), kept.decided().on() + ",", "说\"\"不\"\"")
                .doesNotContain(gone.decided().number());
        var page = visitor.opens("/data/" + code.key()).body();
        keep(page);
        assertThat(page).contains("下载 CSV", "下载 JSON", "公示期届满", "最近更新");
        assertThat(visitor.opens("/data/catalog.ttl").body())
                .contains("#downloadURL>", JSON + ">", "/data/" + code.key() + "#terms>");

        credit.bean(Compiling.class).retire(credit.authority(), code, "到此为止").orElseThrow();
        assertThat(visitor.opens(JSON).status()).isEqualTo(404);
    }

    private int asking(String tag) {
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(JSON))
                        .header("If-None-Match", tag)
                        .build())
                .status();
    }

    /** To be looked at. */
    private static void keep(String page) throws IOException {
        var path = Path.of("target", "pages", "open-penalties.html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
