package org.tongqu.platform.data.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.harvest.internal.Harvester;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: the data authority names other catalogues; what they have is found, marked as from elsewhere. */
class HarvestPageTest {

    private static final String LIST = "/desk/catalog/harvest";
    private static final String DOCUMENT = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            <https://e.example/1> a dcat:Dataset ; dct:title "潮汐观测%1$s<b>" ; dct:description "<script>alert(1)</script>" ;
                dcat:distribution <https://e.example/1#f> .
            <https://e.example/1#f> dct:title "文件" ; dcat:downloadURL <https://e.example/1.csv> .
            <https://e.example/2> a dcat:Dataset ; dct:title "潮汐预报%1$s" ; dct:modified "明天" .
            """;

    private final Employer employer = Employer.at(StartedPlatform.shared(), "11110105MB0H0002XX");
    private final HttpServer server = server();
    private final String mark = String.valueOf(server.getAddress().getPort());

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", asked -> {
            try (asked) {
                var body = DOCUMENT.formatted(mark).getBytes(StandardCharsets.UTF_8);
                asked.getResponseHeaders().set("Content-Type", "text/turtle");
                asked.sendResponseHeaders(200, body.length);
                asked.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Map<String, String> form(Map<String, String> but) {
        var form = new HashMap<>(Map.of(
                "name", "滨海市目录" + mark,
                "kind", "dcat",
                "address", "http://127.0.0.1:" + mark + "/catalog.ttl",
                "line", "open",
                "audience", "everybody",
                "every-hours", "0"));
        form.putAll(but);
        return form;
    }

    @Test
    void aCatalogueIsNamedHarvestedFoundAndItsBadRecordTriedAgain() throws Exception {
        var authority = employer.signIn(employer.hires(Compiling.AUTHORITY));
        authority.opens(LIST + "/new");
        var wrong =
                authority.sends(LIST + "/new", form(Map.of("line", "encrypted", "every-hours", "often", "name", "")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("这是不加密的地址", "0 到 8760", "请填写");
        assertThat(authority
                        .sends(LIST + "/new", form(Map.of("address", "https://10.1.2.3/")))
                        .body())
                .contains("内部网络");

        var named = authority.sends(LIST + "/new", form(Map.of()));
        var address = named.at().getPath();
        assertThat(named.body()).contains("还没有采集", "滨海市目录" + mark);
        authority.opens(LIST + "/new");
        assertThat(authority.sends(LIST + "/new", form(Map.of())).body()).contains("已有使用这个地址的目录");

        authority.opens(address);
        assertThat(authority.sends(address + "/begin", Map.of()).body()).contains("正在采集");
        assertThat(authority.sends(address + "/begin", Map.of()).body()).contains("正在采集中");
        read(address);
        var harvested = authority.opens(address);
        assertThat(harvested.body()).contains("已完成", "更新时间不是日期或时间：明天");

        var rejected = harvested.body().replaceFirst("(?s).*href=\"(" + address + "/rejected/[0-9]+)\".*", "$1");
        assertThat(authority.opens(rejected).body()).contains("潮汐预报", "https://e.example/2");
        assertThat(authority.sends(rejected + "/retry", Map.of()).body()).contains("还是不能收下");
        assertThat(authority.opens(address + "/edit").body()).contains(mark);
        assertThat(authority
                        .sends(address + "/edit", form(Map.of("every-hours", "12")))
                        .body())
                .contains("已修改", "每 12 小时");
        assertThat(authority.sends(address + "/turn", Map.of()).body()).contains("已停用");

        whatIsFound(authority);
    }

    /** Reads for the run of the source at the address. */
    private static void read(String address) {
        var harvests = StartedPlatform.shared().bean(Harvests.class);
        var source = harvests.find(Long.parseLong(address.substring(LIST.length() + 1)))
                .orElseThrow();
        var run = harvests.runs(source, Long.MAX_VALUE, 1).getFirst();
        StartedPlatform.shared().bean(Harvester.class).carryOn(run.id());
    }

    private void whatIsFound(Visitor authority) throws Exception {
        var anybody = StartedPlatform.shared().visitor();
        var below = anybody.opens("/data?q=" + mark).body();
        assertThat(below).contains("外部目录", "潮汐观测" + mark, "滨海市目录" + mark, "本平台不受理申请");
        var record = below.replaceFirst("(?s).*href=\"(/data/elsewhere/[0-9]+)\".*", "$1");
        assertThat(anybody.opens(record).body())
                .contains("不在本平台的目录中", "href=\"https://e.example/1.csv\"", "&lt;script&gt;", "到对方平台查看")
                .doesNotContain("<script>alert");
        assertThat(anybody.opens("/data?origin=elsewhere&q=" + mark).at().getPath())
                .isEqualTo("/data/elsewhere");
        assertThat(anybody.opens("/data/catalog.ttl").body()).doesNotContain("潮汐观测" + mark);

        assertThat(authority.opens("/desk/catalog?q=" + mark).body()).contains("/desk/catalog/elsewhere/");
        assertThat(authority.opens("/desk/catalog?origin=elsewhere").at().getPath())
                .isEqualTo("/desk/catalog/elsewhere");
        for (var page : new String[] {LIST, "/desk/catalog/elsewhere?q=" + mark, "/data/elsewhere"}) {
            assertThat(authority.opens(page).status()).as(page).isEqualTo(200);
            assertThat(StatementCount.during(() -> authority.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(7);
        }
    }

    @Test
    void onlyTheDataAuthorityKeepsSourcesAndOfficersOnlySeeWhatIsNotForEverybody() {
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(officer.opens(LIST).body()).contains("目录采集").doesNotContain(LIST + "/new");
        assertThat(officer.opens(LIST + "/new").status()).isEqualTo(403);
        officer.opens(LIST);
        assertThat(officer.sends(LIST + "/new", form(Map.of())).status()).isEqualTo(403);
        assertThat(officer.opens(LIST + "/999999").status()).isEqualTo(404);

        var authority = employer.signIn(employer.hires(Compiling.AUTHORITY));
        authority.opens(LIST + "/new");
        var address = authority
                .sends(LIST + "/new", form(Map.of("audience", "officers")))
                .at()
                .getPath();
        assertThat(officer.sends(address + "/begin", Map.of()).status()).isEqualTo(403);
        authority.opens(address);
        authority.sends(address + "/begin", Map.of());
        read(address);

        assertThat(StartedPlatform.shared()
                        .visitor()
                        .opens("/data/elsewhere?q=" + mark)
                        .body())
                .doesNotContain("潮汐观测" + mark);
        var list = officer.opens("/desk/catalog/elsewhere?q=" + mark).body();
        assertThat(list).contains("潮汐观测" + mark);
        var record = list.replaceFirst("(?s).*href=\"(/desk/catalog/elsewhere/[0-9]+)\".*", "$1");
        assertThat(officer.opens(record).body()).contains("/desk/demands/new?title=");
        assertThat(StartedPlatform.shared()
                        .visitor()
                        .opens(record.replace("/desk/catalog", "/data"))
                        .status())
                .isEqualTo(404);
    }
}
