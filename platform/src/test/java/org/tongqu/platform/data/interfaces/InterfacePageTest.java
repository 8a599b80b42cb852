package org.tongqu.platform.data.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a department declares its interface, another makes a key for it, and both see what is called. */
class InterfacePageTest {

    private final Provider provider = new Provider();
    private final Ways ways = new Ways();

    @AfterEach
    void close() {
        provider.close();
    }

    private static Visitor visitor(Department department, String role) {
        var employer = Employer.at(StartedPlatform.shared(), department.organisation());
        return employer.signIn(employer.hires(role));
    }

    private Map<String, String> declaration() {
        var fields = new HashMap<String, String>();
        fields.put("resource", ways.resource.value());
        fields.put("operation", Ways.OPERATION);
        fields.put("title", "按证件号码查询");
        fields.put("method", "POST");
        fields.put("address", provider.address() + "/people");
        fields.put("parameters", "cert_no | 证件号码 | required | text | 40");
        fields.put("records", "data.rows");
        fields.put("time", "5000");
        fields.put("per-minute", "600");
        return fields;
    }

    @Test
    void anInterfaceIsDeclaredAKeyMadeAndACallSeen() throws Exception {
        var officer = visitor(ways.provider, Compiling.OFFICER);
        officer.opens("/desk/interfaces/new");

        var declared = officer.sends("/desk/interfaces/new", declaration());

        assertThat(declared.body()).contains("接口已登记", "按证件号码查询");
        assertThat(officer.opens("/desk/interfaces/of/" + ways.resource.key()).body())
                .contains("Authorization: Bearer", "证件号码", "openapi.json", "too-often");
        assertThat(officer.opens("/desk/catalog/" + ways.resource.key()).body())
                .contains("/desk/interfaces/of/" + ways.resource.key());
        var agreement = ways.agreed();
        var consumer = visitor(ways.consumer, Compiling.OFFICER);
        assertThat(consumer.opens("/desk/interfaces/keys").body()).contains(agreement.id());
        var made = consumer.sends(
                "/desk/interfaces/keys",
                Map.of(
                        "agreement",
                        agreement.id(),
                        "label",
                        "低保核对系统",
                        "last",
                        ways.today().plusDays(9).toString()));
        var token = made.body().replaceFirst("(?s).*<code>(tq_[A-Za-z0-9_-]{43})</code>.*", "$1");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(ways.posts(token, "{\"cert_no\":\"C1\"}").statusCode()).isEqualTo(200);
        assertThat(provider.requests().getFirst().body()).isEqualTo("{\"cert_no\":\"C1\"}");

        assertThat(consumer.opens("/desk/interfaces/keys").body())
                .contains("低保核对系统")
                .doesNotContain(token);
        var page = "/desk/interfaces/at/" + ways.resource.key() + "." + Ways.OPERATION;
        assertThat(consumer.opens(page).body()).contains("已答复", agreement.id(), "近两周");
        assertThat(visitor(Department.fresh(), Compiling.OFFICER).opens(page).body())
                .contains("按证件号码查询")
                .doesNotContain(agreement.id());
    }

    @Test
    void whatIsWrongInADeclarationIsSaidWhereItIs() {
        var officer = visitor(ways.provider, Compiling.OFFICER);
        officer.opens("/desk/interfaces/new");
        var wrong = declaration();
        wrong.put("address", "ftp://example.org/");
        wrong.put("time", "99999999");

        var answer = officer.sends("/desk/interfaces/new", wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写 http 或 https 地址", "超出允许的范围");
        var stranger = visitor(Department.fresh(), Compiling.OFFICER);
        stranger.opens("/desk/interfaces/new");
        assertThat(stranger.sends("/desk/interfaces/new", declaration()).body()).contains("只有提供部门");
    }

    @Test
    void anInterfaceIsHaltedByItsDepartmentAlone() throws Exception {
        var endpoint = ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();
        var page = "/desk/interfaces/at/" + endpoint.id();
        var officer = visitor(ways.provider, Compiling.OFFICER);
        var other = visitor(ways.consumer, Compiling.OFFICER);
        officer.opens(page);
        assertThat(other.opens(page).body()).doesNotContain("停用接口");

        assertThat(other.sends(page + "/halt", Map.of()).status()).isEqualTo(403);
        assertThat(officer.sends(page + "/halt", Map.of()).body()).contains("接口已停用");

        var refused = ways.asks(token);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("endpoint-halted");
        assertThat(provider.requests()).isEmpty();
        assertThat(officer.sends(page + "/open", Map.of()).body()).contains("接口已启用");
        assertThat(ways.asks(token).statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentIsForOfficersAndForKeys() throws Exception {
        ways.declared(provider.address());
        var token = ways.key(ways.agreed()).token();
        var document = "/api/interfaces/" + ways.resource.key() + "/openapi.json";

        var shown = Ways.sends(ways.request(document, token).GET());

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("\"openapi\":\"3.1.0\"", "\"cert_no\"", ways.path(), "Tongqu-Purpose");
        assertThat(visitor(ways.consumer, Compiling.OFFICER).opens(document).status())
                .isEqualTo(200);
        assertThat(visitor(ways.consumer, "acceptor").opens(document).status()).isEqualTo(401);
        assertThat(StartedPlatform.shared().visitor().opens(document).status()).isEqualTo(401);
        assertThat(Ways.sends(ways.request(document, "tq_wrong").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePagesAskLittleAndShowThemselvesToThoseConcerned() throws Exception {
        var endpoint = ways.declared(provider.address());
        ways.asks(ways.key(ways.agreed()).token());
        var visitor = visitor(ways.provider, Compiling.CHIEF);
        for (var page : new String[] {
            "/desk/interfaces",
            "/desk/interfaces/at/" + endpoint.id(),
            "/desk/interfaces/of/" + ways.resource.key(),
            "/desk/interfaces/keys"
        }) {
            assertThat(visitor.opens(page).status()).as(page).isEqualTo(200);
            assertThat(StatementCount.during(() -> visitor.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(8);
        }
        assertThat(visitor(ways.provider, "acceptor").opens("/desk/interfaces").status())
                .isEqualTo(403);
    }
}
