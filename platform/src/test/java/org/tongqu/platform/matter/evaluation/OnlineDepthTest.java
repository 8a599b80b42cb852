package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.operate.store.Columns.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.OfficeDepths;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: how far matters can be handled online, by the items of each office, and how many were. */
class OnlineDepthTest {

    private final Town town = Town.fresh();
    private final JdbcClient jdbc = town.bean(JdbcClient.class);
    private final String office = town.office().code();
    private final Instant now = town.bean(Clock.class).instant();

    /** Nothing of these cases is kept but their rows: whoever plays past cases again must not meet them. */
    @AfterEach
    void forget() {
        StartedPlatform.shared()
                .database()
                .asOwner()
                .sql("DELETE FROM casework.case_file WHERE organisation = ? AND pack_hash = 'none'")
                .param(office)
                .update();
    }

    private void item(String basic, String depth) {
        jdbc.sql("""
                        INSERT INTO items.entry (code, version, name, office, events, cells, since, by_name)
                        VALUES (:office || '4' || :basic, 1, '测试事项', :office, '{}',
                            jsonb_build_object('online_handle_depth', CAST(:depth AS text)), now(), '测试')""")
                .param("office", office)
                .param("basic", basic)
                .param("depth", depth)
                .update();
    }

    private String ended(Instant at) {
        var receipt = "ONLINE-" + UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO casework.case_file (id, receipt, pack_id, pack_version, pack_hash, title, applicant,
                            applicant_name, organisation, division, status, result, steps, turn, clock, opened_at, moved_at,
                            ended_at, version)
                        VALUES (gen_random_uuid(), :receipt, :pack, '1', 'none', '网办事项', 'nobody', '某人', :office, :division,
                            'ENDED', 'done', '{}', 'NOBODY', 'ENDED', :at, :at, :at, 1)""")
                .param("receipt", receipt)
                .param("pack", town.pack().id())
                .param("office", office)
                .param("division", town.office().division().value())
                .param("at", time(at))
                .update();
        return receipt;
    }

    private void atAWindow(String receipt) {
        jdbc.sql("""
                        INSERT INTO hall.hall (code, name_zh, name_en, level, division, organisation, address, head_start, grace,
                            no_shows, no_show_days, days_ahead)
                        VALUES (:hall, '大厅', 'Hall', 'district', :division, :office, '1', 0, 0, 0, 1, 1)""")
                .param("hall", "depth-" + office.toLowerCase(Locale.ROOT))
                .param("division", town.office().division().value())
                .param("office", office)
                .update();
        jdbc.sql("""
                        INSERT INTO hall.handover (receipt, step, title, papers, from_hall, to_organisation, office, sent_at,
                            sent_by, sent_name)
                        VALUES (:receipt, 1, '网办事项', 1, :hall, :office, :office, :at, 'clerk', '窗口')""")
                .param("receipt", receipt)
                .param("hall", "depth-" + office.toLowerCase(Locale.ROOT))
                .param("office", office)
                .param("at", time(now))
                .update();
    }

    private OnlineDepth.View view() {
        return town.bean(OnlineDepth.class).view();
    }

    private OnlineDepth.Row row() {
        return view().offices().stream()
                .filter(row -> row.items().office().equals(office))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itemsCountAtEachDepthTheyOfferAndMattersAsOnlineUnlessSomebodyCameToAWindow() throws IOException {
        int packs = (int) town.bean(ItemLists.class).all().stream()
                .filter(listed -> listed.body().code().equals(office))
                .count();
        var before = town.bean(ItemBook.class).depths().stream()
                .filter(known -> known.office().equals(office))
                .findFirst()
                .orElse(new OfficeDepths(office, 0, Map.of()));
        assertThat(before.items()).isEqualTo(packs);
        item("000100000001", "1,2,5");
        item("000100000002", "5,7");
        item("000100000003", "");
        ended(now.minus(Duration.ofDays(2)));
        ended(now.minus(Duration.ofDays(3)));
        atAWindow(ended(now.minus(Duration.ofDays(4))));
        ended(now.minus(Duration.ofDays(OnlineDepth.DAYS + 1)));

        var row = row();
        assertThat(row.items().items()).isEqualTo(packs + 3);
        assertThat(row.items().of(5)).isEqualTo(before.of(5) + 2);
        assertThat(row.items().of(2)).isEqualTo(before.of(2) + 1);
        assertThat(row.items().of(8)).isEqualTo(before.of(8));
        assertThat(row.matters()).isEqualTo(new OnlineDepth.Matters(3, 2));
        var view = view();
        for (int depth : town.pack().item().visit().depth()) {
            var matters = Objects.requireNonNull(view.byDepth().get(depth));
            assertThat(matters.ended()).isGreaterThanOrEqualTo(3);
            assertThat(matters.online()).isLessThan(matters.ended());
        }
        assertThat(town.pack().item().visit().depth())
                .as("the service says how far it goes")
                .isNotEmpty();

        var employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0099XX");
        var page = employer.signIn(employer.hires("supervisor"))
                .opens("/desk/evaluation/online")
                .body();
        keep(page);
        assertThat(page).contains("网办深度", "互联网电子证照反馈", "7 电子证照");
        assertThat(employer.signIn(employer.hires("acceptor"))
                        .opens("/desk/evaluation/online")
                        .status())
                .isEqualTo(403);
    }

    /** To be looked at. */
    private static void keep(String page) throws IOException {
        var path = Path.of("target", "pages", "online-depth.html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
